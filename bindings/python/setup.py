"""Puts the built library into the wheel, takes the version from the C header, and marks the wheel as this platform's."""
import re
import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.bdist_wheel import bdist_wheel
from setuptools.command.build_py import build_py
from setuptools.dist import Distribution

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / ".build" / "release" / "libemberwing.so"
VERSION = re.search(r'^#define EW_VERSION_STRING "(.+)"', (ROOT / "include" / "emberwing.h").read_text(), re.MULTILINE)


class BuildWithLibrary(build_py):
    """Copies the shared library beside the Python files."""

    def run(self):
        super().run()
        if self.editable_mode:  # the loader finds the build folder by itself
            return
        if not LIBRARY.exists():
            raise SystemExit(f"{LIBRARY} is missing; run `make build` at the top of the repository first")
        shutil.copy2(LIBRARY, Path(self.build_lib) / "emberwing" / "libemberwing.so")


class PlatformWheel(bdist_wheel):
    """Any Python 3 can load the library, but only this platform."""

    def get_tag(self):
        return ("py3", "none", super().get_tag()[2])


class PlatformDistribution(Distribution):
    def has_ext_modules(self):
        return True


setup(version=VERSION.group(1), distclass=PlatformDistribution,
      cmdclass={"build_py": BuildWithLibrary, "bdist_wheel": PlatformWheel})
