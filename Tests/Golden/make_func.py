"""Writes func.json from PyTorch: python Tests/Golden/make_func.py"""
import torch
import torch.autograd.forward_ad
import torch.func
import torch.utils.checkpoint

import case_programs

case_programs.write("func", torch)
