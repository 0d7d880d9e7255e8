#!/bin/sh
# Fuzzes the file readers with libFuzzer (part of the Swift toolchain on Linux).
#   Tests/Fuzz/run.sh build SCRATCH        builds SCRATCH/fuzz against the debug build in SCRATCH/debug
#   Tests/Fuzz/run.sh run SCRATCH TARGET [libFuzzer options]     TARGET: pt pickle legacy safetensors npz npy inflate
# The corpus grows in SCRATCH/corpus-TARGET; Tests/Fuzz/seeds.py fills it with seeds.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
scratch=$2
case $1 in
build)
  objects=$(find "$scratch"/debug/EmberwingCore.build "$scratch"/debug/EmberwingTensor.build \
    "$scratch"/debug/EmberwingKernels.build "$scratch"/debug/EmberwingKernelsV3.build "$scratch"/debug/EmberwingKernelsV4.build -name '*.o' 2>/dev/null || true)
  # EW_FUZZING leaves checksums out, or hardly any input would get past them.
  # shellcheck disable=SC2086
  swiftc -O -swift-version 6 -D EW_FUZZING -parse-as-library -module-name EmberwingFuzz -sanitize=fuzzer,address \
    "$root"/Sources/EmberwingIO/*.swift "$here"/Fuzz.swift $objects \
    -I "$scratch/debug/Modules" -I "$root/Sources/CSystem" -I "$root/Sources/COpenBLAS" \
    $(pkg-config --cflags --libs openblas) -lpthread -o "$scratch/fuzz"
  ;;
run)
  target=$3
  shift 3
  mkdir -p "$scratch/corpus-$target"
  EW_FUZZ=$target exec nice -n 15 "$scratch/fuzz" -rss_limit_mb=1024 -malloc_limit_mb=512 -max_len=4096 -timeout=10 \
    -print_final_stats=1 "$@" "$scratch/corpus-$target"
  ;;
*) echo "run.sh: build or run" >&2; exit 2 ;;
esac
