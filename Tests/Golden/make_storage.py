"""Writes storage.json from PyTorch: python Tests/Golden/make_storage.py"""
import torch

import case_programs

case_programs.write("storage", torch)
