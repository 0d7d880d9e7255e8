"""Writes amp.json from PyTorch: python Tests/Golden/make_amp.py"""
import torch

import case_programs

case_programs.write("amp", torch)
