"""Contexts that set variables of a module and put them back."""
import contextlib


@contextlib.contextmanager
def setting(names, **values):
    before = {k: names[k] for k in values}
    names.update({k: v for k, v in values.items() if v is not None})
    try:
        yield
    finally:
        names.update(before)
