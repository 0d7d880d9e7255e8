"""Which names of PyTorch a program uses, read from its source, and which of them Emberwing lacks."""
import ast
import importlib
import importlib.util
import os

from ._dropin import ALIASES, ours


class _Names(ast.NodeVisitor):
    """Collects (line, dotted name) of what a source file uses of PyTorch, and the modules it imports."""

    def __init__(self):
        self.bound = {}
        self.used = []
        self.modules = []

    def _is_torch(self, name):
        return name.partition(".")[0] in ALIASES

    def visit_Import(self, node):
        for alias in node.names:
            if not self._is_torch(alias.name):
                self.modules.append(alias.name)
                continue
            self.used.append((node.lineno, alias.name))
            self.bound[alias.asname or alias.name.partition(".")[0]] = \
                alias.name if alias.asname else alias.name.partition(".")[0]

    def visit_ImportFrom(self, node):
        module = node.module or ""
        if node.level or not self._is_torch(module):
            self.modules += [module or alias.name for alias in node.names[:1 if module else None]]
            return
        for alias in node.names:
            if alias.name == "*":
                self.used.append((node.lineno, module))
                continue
            name = f"{module}.{alias.name}"
            self.used.append((node.lineno, name))
            self.bound[alias.asname or alias.name] = name

    def visit_Attribute(self, node):
        parts, value = [node.attr], node.value
        while isinstance(value, ast.Attribute):
            parts.append(value.attr)
            value = value.value
        if isinstance(value, ast.Name) and value.id in self.bound:
            self.used.append((node.lineno, ".".join([self.bound[value.id], *reversed(parts)])))
        else:
            self.generic_visit(node)


def lacking(name):
    """The shortest leading part of a dotted PyTorch name that Emberwing lacks, or None."""
    parts = ours(name).split(".")
    skip = len(parts) - len(name.split("."))
    value = importlib.import_module(parts[0])
    for i, part in enumerate(parts[1:], 1):
        try:
            value = getattr(value, part)
        except (AttributeError, ImportError):
            if isinstance(value, type):
                # Objects have attributes that their classes do not show.
                return None if i > 1 + skip else ".".join(name.split(".")[:i - skip + 1])
            try:
                value = importlib.import_module(".".join(parts[:i + 1]))
            except ImportError:
                return ".".join(name.split(".")[:i - skip + 1])
        except NotImplementedError:
            return ".".join(name.split(".")[:i - skip + 1])
        if not (isinstance(value, type) or hasattr(value, "__path__") or hasattr(value, "__spec__")):
            return None
    return None


def names(path):
    """[(file, line, name)] of a program: the file's own and those of the modules beside it that it imports."""
    seen, waiting, found = set(), [os.path.realpath(path)], []
    folder = os.path.dirname(waiting[0])
    while waiting:
        file = waiting.pop()
        if file in seen:
            continue
        seen.add(file)
        with open(file, "rb") as source:
            tree = ast.parse(source.read(), file)
        visitor = _Names()
        visitor.visit(tree)
        found += [(file, line, name) for line, name in visitor.used]
        for module in visitor.modules:
            for base in {folder, os.path.dirname(file)}:
                stem = os.path.join(base, *module.split("."))
                waiting += [p for p in (stem + ".py", os.path.join(stem, "__init__.py")) if os.path.isfile(p)]
    return found


def report(target, module=False):
    """Prints what a program would lack; 1 if anything, else 0."""
    if module:
        spec = importlib.util.find_spec(target)
        if spec is not None and spec.submodule_search_locations is not None:
            spec = importlib.util.find_spec(target + ".__main__")
        if spec is None or not spec.origin:
            print(f"python -m emberwing: no module named {target}")
            return 2
        target = spec.origin
    try:
        used = names(target)
    except (OSError, SyntaxError) as error:
        print(f"python -m emberwing: {error}")
        return 2
    missing = {}
    for file, line, name in used:
        part = lacking(name)
        if part is not None:
            missing.setdefault(part, []).append(f"{os.path.relpath(file)}:{line}")
    for part in sorted(missing):
        places = missing[part]
        print(f"Emberwing has no {part}: {', '.join(places[:5])}{' …' if len(places) > 5 else ''}")
    if not missing:
        count = len({name for _, _, name in used})
        print(f"Emberwing has every name of PyTorch that {target} uses ({count}).")
    return 1 if missing else 0
