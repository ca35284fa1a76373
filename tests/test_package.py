"""The package: its builds contain what it needs and no more, and it opens its guide in whatever way it is installed.

Nothing is downloaded. Each installation goes into a new environment that shares the packages of this one. A `.pth` file
shares a folder, but not the `.pth` files in it, so an editable installation of the checkout is not shared.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from aotad_tui import __version__

pytestmark = pytest.mark.slow

CHECKOUT = Path(__file__).parents[1]
NEEDED = {"pyproject.toml", "README.md", "LICENSE", "src", "content", "styles.tcss", "tests"}
ALLOWED = NEEDED | {"docs", "benchmarks"}
HERE = "from aotad_tui.cli.main import run; run()"  # run in src/, so that it imports the checkout
WAYS = ("wheel", "wheel from the sdist", "folder", "editable")


def environment() -> dict[str, str]:
    """The environment of the tests, without the variables that point Python or pip elsewhere."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_"))}
    pip = {"PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return {**ours, **pip, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}


def run(*words: str | Path, cwd: Path) -> str:
    """Run a program that must succeed, and return its stdout."""
    completed = subprocess.run(
        words, cwd=cwd, env=environment(), capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert completed.returncode == 0, completed.stdout + completed.stderr
    return completed.stdout


def build(target: str, source: Path, out: Path) -> Path:
    """Build a wheel or an sdist as the only file of a folder."""
    run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", out, cwd=source)
    (built,) = out.iterdir()
    return built


def files(folder: Path) -> dict[str, bytes]:
    """The files below a folder and their contents, without caches and hidden files."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in path.relative_to(folder).parts)
    }


def files_of_wheel(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as opened:
        return {name: opened.read(name) for name in opened.namelist() if ".dist-info/" not in name}


@dataclass(frozen=True)
class Built:
    """The builds of the checkout."""

    wheel: Path
    unpacked: Path
    wheel_from_sdist: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("built")
    with tarfile.open(build("sdist", CHECKOUT, folder / "sdist")) as sdist:
        sdist.extractall(folder / "unpacked", filter="data")
    (unpacked,) = (folder / "unpacked").iterdir()
    return Built(
        build("wheel", CHECKOUT, folder / "wheel"), unpacked, build("wheel", unpacked, folder / "wheel-from-sdist")
    )


@dataclass(frozen=True)
class Environment:
    """A new environment with only the package installed, and a folder outside the checkout."""

    folder: Path
    elsewhere: Path

    def script(self, name: str) -> str:
        """The path of a program in the environment."""
        found = shutil.which(name, path=self.folder / ("Scripts" if os.name == "nt" else "bin"))
        assert found, f"no {name} in {self.folder}"
        return found

    def python(self, *words: str) -> str:
        return run(self.script("python"), *words, cwd=self.elsewhere)

    def program(self, *words: str) -> str:
        return run(self.script("aotad-tui"), *words, cwd=self.elsewhere)


def installed(folder: Path, *what: str | Path) -> Environment:
    new = Environment(folder / "environment", folder / "elsewhere")
    new.elsewhere.mkdir()
    venv.create(new.folder, with_pip=False)
    shared = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    packages = Path(new.python("-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (packages / "lent.pth").write_text("\n".join(sorted(shared)), encoding="utf-8")
    # --ignore-installed: otherwise pip would take the copy of the shared environment for an older version.
    offline = ("--no-deps", "--no-index", "--no-build-isolation", "--ignore-installed", "--quiet")
    pip = (sys.executable, "-m", "pip", "--python", new.script("python"))
    run(*pip, "install", *offline, *what, cwd=CHECKOUT)
    return new


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_installing_opens_the_guide_from_any_folder(tmp_path: Path, built: Built, way: str) -> None:
    what: dict[str, tuple[str | Path, ...]] = {
        "wheel": (built.wheel,),
        "wheel from the sdist": (built.wheel_from_sdist,),
        "folder": (".",),
        "editable": ("-e", "."),
    }
    new = installed(tmp_path, *what[way])
    paths = new.python(
        "-c",
        "import aotad_tui, aotad_tui.resources as found;"
        "print(aotad_tui.__file__, found.bundled_guide().parent, found.styles(), sep='\\n')",
    )
    package, content, styles = (Path(line).resolve() for line in paths.splitlines())
    home = CHECKOUT if way == "editable" else new.folder.resolve()
    assert all(path.is_relative_to(home) for path in (package, content, styles))
    assert files(content) == files(CHECKOUT / "content")
    assert styles.read_bytes() == (CHECKOUT / "styles.tcss").read_bytes()

    for words in (("sections",), ("show", "--seen", "1")):
        here = run(sys.executable, "-c", HERE, *words, cwd=CHECKOUT / "src")
        assert here
        assert new.program(*words) == new.python("-m", "aotad_tui", *words) == here
    assert new.program("--version") == f"aotad-tui {__version__}\n"


def test_a_wheel_contains_only_the_package_with_its_guides_and_styles(built: Built) -> None:
    package = files(CHECKOUT / "src" / "aotad_tui")
    content = {f"content/{name}": data for name, data in files(CHECKOUT / "content").items()}
    content |= {f"schema/{name}": data for name, data in files(CHECKOUT / "docs" / "schema").items()}
    styles = {"styles.tcss": (CHECKOUT / "styles.tcss").read_bytes()}
    whole = {f"aotad_tui/{name}": data for name, data in (package | content | styles).items()}
    assert files_of_wheel(built.wheel) == whole
    assert "aotad_tui/py.typed" in whole


def test_the_wheel_from_the_sdist_equals_the_wheel_from_the_checkout(built: Built) -> None:
    assert built.wheel_from_sdist.name == built.wheel.name
    assert files_of_wheel(built.wheel_from_sdist) == files_of_wheel(built.wheel)


def test_an_sdist_contains_all_that_is_needed_to_build_and_to_test(built: Built) -> None:
    names = {path.name for path in built.unpacked.iterdir() if not path.name.startswith(".")}
    assert NEEDED <= names <= ALLOWED | {"PKG-INFO"}
    for folder in ("src", "content", "tests"):
        assert files(built.unpacked / folder) == files(CHECKOUT / folder)


def test_a_wheel_has_its_metadata_its_license_and_its_command(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as opened:
        info = f"aotad_tui-{__version__}.dist-info"
        metadata = opened.read(f"{info}/METADATA").decode()
        assert opened.read(f"{info}/licenses/LICENSE") == (CHECKOUT / "LICENSE").read_bytes()
        assert b"aotad-tui = aotad_tui.cli.main:run" in opened.read(f"{info}/entry_points.txt")
    assert f"\nVersion: {__version__}\n" in metadata
    assert "\nRequires-Python: >=3.11\n" in metadata


def test_the_top_level_of_the_checkout_has_only_known_entries() -> None:
    """Except for hidden files and what .gitignore names, which is not part of the checkout."""
    ignored = {line.strip("/") for line in (CHECKOUT / ".gitignore").read_text(encoding="utf-8").split()}
    names = {path.name for path in CHECKOUT.iterdir() if not path.name.startswith(".")} - ignored
    assert NEEDED <= names <= ALLOWED
