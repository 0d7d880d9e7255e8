"""Data loading and small helpers."""
