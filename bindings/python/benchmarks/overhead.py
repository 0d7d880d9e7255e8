#!/usr/bin/env python3
"""Time small calls and plain elementwise work, alone or beside PyTorch.

    overhead.py [--lib emberwing] [--peer PYTHON [--peer-lib torch]] [--match REGEX] [--rounds N] [--threads N]
"""
import argparse
import importlib
import json
import math
import re
import subprocess
import sys
import time

SECONDS_A_ROUND = 0.1


def workloads(torch):
    """Name to a function that makes the callable to time."""
    nn, F = torch.nn, torch.nn.functional

    def binary(size, op):
        a, b = torch.rand(size), torch.rand(size)
        return lambda: op(a, b)

    def unary(size, op):
        a = torch.rand(size)
        return lambda: op(a)

    def chain_backward():
        x = torch.rand(4, requires_grad=True)

        def run():
            y = x
            for _ in range(100):
                y = y * 1.01
            y.sum().backward()

        return run

    def training_step():
        model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 4))
        optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
        x, target = torch.rand(8, 8), torch.rand(8, 4)

        def run():
            optimizer.zero_grad()
            F.mse_loss(model(x), target).backward()
            optimizer.step()

        return run

    million = 1 << 20
    return {
        "overhead/add": lambda: binary(4, lambda a, b: a + b),
        "overhead/slice": lambda: unary((8, 8), lambda a: a[1:3, 2]),
        "overhead/item": lambda: unary(1, lambda a: a.item()),
        "overhead/shape": lambda: unary((3, 4), lambda a: a.shape[0]),
        "overhead/linear": lambda: unary((1, 8), nn.Linear(8, 8)),
        "overhead/backward_chain100": chain_backward,
        "overhead/training_step": training_step,
        "elementwise/add": lambda: binary(million, lambda a, b: a + b),
        "elementwise/exp": lambda: unary(million, torch.exp),
        "elementwise/relu": lambda: unary(million, torch.relu),
        "elementwise/tanh": lambda: unary(million, torch.tanh),
        "elementwise/where": lambda: binary(million, lambda a, b: torch.where(a > b, a, b)),
        "reduce/sum": lambda: unary(million, lambda a: a.sum()),
        "reduce/softmax": lambda: unary((1024, 1024), lambda a: a.softmax(1)),
    }


def worker(lib, threads):
    """Answers each name on stdin with the seconds that one call took, averaged over a round."""
    torch = importlib.import_module(lib)
    torch.set_num_threads(threads)
    torch.manual_seed(0)
    made, table = {}, workloads(torch)
    for line in sys.stdin:
        name = line.strip()
        try:
            if name not in made:
                call = table[name]()
                for _ in range(3):
                    call()
                start = time.perf_counter()
                call()
                made[name] = (call, max(1, int(SECONDS_A_ROUND / max(time.perf_counter() - start, 1e-6))))
            call, count = made[name]
            start = time.perf_counter()
            for _ in range(count):
                call()
            reply = {"seconds": (time.perf_counter() - start) / count}
        except Exception as error:  # reported for this workload; the others go on
            reply = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(reply), flush=True)


class Worker:
    """A library in a process of its own."""

    def __init__(self, python, lib, threads):
        self.lib = lib
        self.process = subprocess.Popen([python, __file__, "--worker", "--lib", lib, "--threads", str(threads)],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, name):
        try:
            print(name, file=self.process.stdin, flush=True)
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            raise SystemExit(f"{self.lib} ended with status {self.process.wait()} at {name}")
        return json.loads(line)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lib", default="emberwing", help="the library to time")
    parser.add_argument("--peer", metavar="PYTHON", help="an interpreter that has the library to compare with")
    parser.add_argument("--peer-lib", default="torch")
    parser.add_argument("--match", default="", help="only the workloads whose name matches")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        return worker(options.lib, options.threads)

    workers = [Worker(sys.executable, options.lib, options.threads)]
    if options.peer:
        workers.append(Worker(options.peer, options.peer_lib, options.threads))
    ratios, errors = [], 0
    names = workloads(importlib.import_module(options.lib))
    for name in filter(re.compile(options.match).search, names):
        rounds = [[w.ask(name) for w in workers] for _ in range(options.rounds)]
        text, best = f"{name:30s}", []
        for column, w in enumerate(workers):
            replies = [r[column] for r in rounds]
            failed = next((r["error"] for r in replies if "error" in r), None)
            best.append(None if failed else min(r["seconds"] for r in replies))
            text += f"  {w.lib} " + (failed or f"{best[-1] * 1e6:10.2f} us")
        errors += best[0] is None
        if len(best) == 2 and None not in best:
            ratios.append(best[1] / best[0])
            text += f"  ratio {ratios[-1]:6.2f}"
        print(text, flush=True)
    if ratios:
        print(f"geometric mean of the ratios {math.exp(sum(map(math.log, ratios)) / len(ratios)):.2f}, "
              f"slower in {sum(r < 1 for r in ratios)} of {len(ratios)}")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
