"""The wrapper that `torch.compile` puts around a module."""
from ..nn import Module


class OptimizedModule(Module):
    """A module that calls another, `_orig_mod`, and shows its attributes."""

    def __init__(self, mod, dynamo_ctx=None):
        super().__init__()
        self.dynamo_ctx = dynamo_ctx
        self._modules["_orig_mod"] = mod
        self.training = mod.training

    def forward(self, *args, **kwargs):
        return self._modules["_orig_mod"](*args, **kwargs)

    def __getattr__(self, name):
        modules = self.__dict__.get("_modules", {})
        if name == "_orig_mod" or "_orig_mod" not in modules:
            return super().__getattr__(name)
        return getattr(modules["_orig_mod"], name)

    def __setattr__(self, name, value):
        own = self.__dict__
        if "_orig_mod" not in own.get("_modules", ()) or name in own or name == "_orig_mod":
            super().__setattr__(name, value)
        else:
            setattr(self._modules["_orig_mod"], name, value)

    def __delattr__(self, name):
        if name in self.__dict__:
            super().__delattr__(name)
        else:
            delattr(self._modules["_orig_mod"], name)

    def train(self, mode=True):
        super().train(mode)
        return self

    def __dir__(self):
        return [*super().__dir__(), *dir(self._modules["_orig_mod"])]
