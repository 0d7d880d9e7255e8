"""The names `torch` and `torchvision` given to Emberwing's modules, by a finder that stands before Python's own.

`import torch.nn.functional as F` makes `sys.modules["torch.nn.functional"]` the module `emberwing.nn.functional` itself, so
that classes, settings and caches exist once, whichever name they were reached by.
"""
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys

#: What each top-level name stands for.
ALIASES = {"torch": "emberwing", "torchvision": "emberwing.vision"}


def ours(name):
    """Emberwing's name for a dotted name of PyTorch's, or None."""
    top, dot, rest = name.partition(".")
    target = ALIASES.get(top)
    return None if target is None else target + dot + rest


def theirs(name):
    """PyTorch's name for a dotted name of Emberwing's."""
    for there, here in sorted(ALIASES.items(), key=lambda pair: -len(pair[1])):
        if name == here or name.startswith(here + "."):
            return there + name[len(here):]
    return name


def _lacking_attribute(module_name):
    shown = theirs(module_name)

    def __getattr__(name):
        if name[:2] == "__":
            raise AttributeError(f"module {shown!r} has no attribute {name!r}")
        raise AttributeError(f"Emberwing has no {shown}.{name}")
    return __getattr__


class _Loader(importlib.abc.Loader):
    """Loads a module by handing out the one that Emberwing has under its own name."""

    def __init__(self, target):
        self.target = target

    def create_module(self, spec):
        module = importlib.import_module(self.target)
        self.own = module.__spec__
        return module

    def exec_module(self, module):
        # The import system has just written the alias into the module.
        module.__spec__ = self.own
        if "__getattr__" not in module.__dict__:
            module.__getattr__ = _lacking_attribute(module.__name__)

    def is_package(self, name):
        return hasattr(sys.modules.get(self.target), "__path__")

    def get_code(self, name):
        # runpy asks for it: `python -m torch.utils.collect_env`.
        spec = importlib.util.find_spec(self.target)
        return spec.loader.get_code(self.target)


def _importing():
    """Whether an import statement asks, and not `importlib.util.find_spec`, which must get None for what is not there."""
    # The frames: this function, the finder's two, the import system's `_find_spec`, and who wants to know.
    frame = sys._getframe(3)
    while frame is not None and frame.f_code.co_name == "_find_spec":
        frame = frame.f_back
    return frame is not None and frame.f_code.co_name.startswith("_find_and_load")


class Finder(importlib.abc.MetaPathFinder):
    """Finds PyTorch's modules in Emberwing, and says so when Emberwing lacks one."""

    def find_spec(self, fullname, path=None, target=None):
        top = fullname.partition(".")[0]
        if top in ALIASES:
            return self._alias(fullname)
        if top == "emberwing":
            return self._own(fullname, path)
        if fullname == "multiprocessing.spawn":
            return _carry_to_children(self, fullname, path)
        return None

    def _alias(self, fullname):
        name = ours(fullname)
        try:
            found = importlib.util.find_spec(name)
        except ModuleNotFoundError:
            found = None
        if found is None:
            # A part may be a class or function by that name, or lacking.
            if _importing():
                raise ModuleNotFoundError(f"Emberwing has no module {fullname}", name=fullname)
            return None
        packages = found.submodule_search_locations
        spec = importlib.machinery.ModuleSpec(fullname, _Loader(name), origin=found.origin, is_package=packages is not None)
        if packages is not None:
            spec.submodule_search_locations = list(packages)
        return spec

    def _own(self, fullname, path):
        spec = importlib.machinery.PathFinder.find_spec(fullname, path)
        if spec is None and fullname.count(".") and _from_list():
            raise ModuleNotFoundError(f"Emberwing has no {theirs(fullname)}", name=theirs(fullname))
        return spec

    def find_distributions(self, context=None):
        """`importlib.metadata.version("torch")` answers with the PyTorch that Emberwing follows."""
        name = getattr(context, "name", None)
        return [_distribution(name)] if name in ALIASES else []


def _from_list():
    """Whether `from package import name` asks, having found no attribute of that name."""
    frame = sys._getframe(2)
    while frame is not None:
        name = frame.f_code.co_name
        if name == "_handle_fromlist":
            return True
        if not name.startswith(("_find", "_call_with_frames_removed", "find_spec", "_gcd_import")):
            return False
        frame = frame.f_back
    return False


def _distribution(package):
    """The metadata of a package that Emberwing stands for."""
    from importlib.metadata import Distribution

    class Metadata(Distribution):
        def read_text(self, filename):
            if filename != "METADATA":
                return None
            return f"Metadata-Version: 2.1\nName: {package}\nVersion: {version_of(package)}\n"

        def locate_file(self, path):
            return path
    return Metadata()


def version_of(package):
    from . import version
    if package == "torch":
        return version.__version__
    from . import vision
    return version.TorchVersion(vision.__version__)


class _Installer:
    """Unpickling one installs Emberwing: a spawned child unpickles it before it runs the script again."""

    def __reduce__(self):
        return install, ()


def _carry_to_children(finder, fullname, path):
    spec = importlib.machinery.PathFinder.find_spec(fullname, path)
    if spec is not None:
        run = spec.loader.exec_module

        def exec_module(module):
            run(module)
            _patch_spawn(module)
        spec.loader.exec_module = exec_module
    return spec


def _patch_spawn(module):
    prepare = module.get_preparation_data

    def get_preparation_data(name):
        return {**prepare(name), "emberwing": _Installer()}
    module.get_preparation_data = get_preparation_data


_finder = None


def install():
    """Puts the finder in place, and PyTorch's version number on the package; a real `torch` must not be imported yet."""
    global _finder
    if _finder is not None:
        return
    package = importlib.import_module("emberwing")
    loaded = sys.modules.get("torch")
    if loaded is not None and loaded is not package:
        raise ImportError("emberwing.install(): PyTorch is imported already; call it before the first `import torch`")
    _finder = Finder()
    sys.meta_path.insert(0, _finder)
    package.__version__ = version_of("torch")
    if "multiprocessing.spawn" in sys.modules:
        _patch_spawn(sys.modules["multiprocessing.spawn"])


def uninstall():
    """Takes the finder away, and the names out of `sys.modules`."""
    global _finder
    if _finder is None:
        return
    sys.meta_path.remove(_finder)
    _finder = None
    for name in [n for n in sys.modules if n.partition(".")[0] in ALIASES]:
        del sys.modules[name]
    from . import version
    sys.modules["emberwing"].__version__ = version.emberwing
