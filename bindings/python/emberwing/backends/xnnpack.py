"""torch.backends.xnnpack: not there."""
enabled = False
