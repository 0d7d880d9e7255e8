# Every target does its own set-up (.ci/setup), and works from any folder, also one with spaces in its name.

PREFIX ?= /usr/local
PYTHON := .venv/bin/python
RELEASE := .build/release
VERSION = $(shell sed -n 's/^.define EW_VERSION_STRING "\(.*\)"/\1/p' include/emberwing.h)

.PHONY: help build train test bench generate install clean

help:
	@echo 'make build     the library, $(RELEASE)/libemberwing.so'
	@echo 'make train     build it and learn to read handwritten digits; results in runs/digits'
	@echo 'make test      every test: Swift, C and Python'
	@echo 'make bench     time small operations; PEER=python names an interpreter with PyTorch to compare with'
	@echo 'make generate  write the generated sources again'
	@echo 'make install   library, headers and pkg-config file below PREFIX=$(PREFIX)'
	@echo 'make clean     remove what was built'

# The loader asks for the soname, which SwiftPM does not make a file of. With its bytecode at hand, Python imports the
# package in 20 ms instead of 150.
build:
	@.ci/setup build
	swift build -c release --product emberwing
	@ln -sf libemberwing.so $(RELEASE)/libemberwing.so.0
	@python3 -m compileall -q bindings/python/emberwing 2>/dev/null || true

train: build
	@.ci/setup python
	PYTHONPATH=bindings/python $(PYTHON) bindings/python/examples/train_digits.py --out runs/digits

test: build
	@.ci/setup test
	@.ci/test

bench: build
	@.ci/setup python
	PYTHONPATH=bindings/python $(PYTHON) bindings/python/benchmarks/overhead.py $(if $(PEER),--peer "$(PEER)")

generate:
	@.ci/setup build
	swift run -c release emberwing-codegen

# Installing as root must not build as root, so this builds only when nothing has been built yet.
$(RELEASE)/libemberwing.so:
	$(MAKE) build

install: $(RELEASE)/libemberwing.so
	install -d "$(DESTDIR)$(PREFIX)/lib/pkgconfig" "$(DESTDIR)$(PREFIX)/include"
	install -m 755 $(RELEASE)/libemberwing.so "$(DESTDIR)$(PREFIX)/lib/libemberwing.so.0"
	ln -sf libemberwing.so.0 "$(DESTDIR)$(PREFIX)/lib/libemberwing.so"
	install -m 644 include/*.h "$(DESTDIR)$(PREFIX)/include"
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' bindings/c/emberwing.pc.in \
	  >"$(DESTDIR)$(PREFIX)/lib/pkgconfig/emberwing.pc"

clean:
	rm -rf .build .venv runs
