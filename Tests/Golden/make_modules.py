"""Writes modules.json from PyTorch: python Tests/Golden/make_modules.py

Beside the results and errors of the programs, it holds the signatures of all modules.
"""
import inspect

import torch
import torch.nn.utils.prune

import case_programs

signatures = {}
for name in sorted(dir(torch.nn)):
    kind = getattr(torch.nn, name)
    if inspect.isclass(kind) and issubclass(kind, torch.nn.Module):
        signatures[name] = [list(inspect.signature(f).parameters) for f in (kind.__init__, kind.forward)]
case_programs.write("modules", torch, signatures=signatures)
