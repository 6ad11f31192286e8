"""The layers of the house: imports go down only, siblings never import each other."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "framing"

#: From the top down; a unit is a file or folder of the package.
LAYERS = (
    ("cli",),
    ("evaluation",),
    ("coding", "comparison", "corpus", "suggest"),
    ("analysis",),
    ("chosen",),
    ("reporting",),
    ("annotators", "measures", "classifiers", "figures"),
    ("parquet", "stored"),
    ("tables",),
    ("result",),
    ("reading", "language", "encoder", "lexicon", "actors", "naming", "readability"),
    ("annotation",),
    ("article", "errors", "spreadsheet"),
)
DEPTH = {unit: depth for depth, units in enumerate(LAYERS) for unit in units}

#: Folders in which one file is one phenomenon, and what its files may share besides `_private`.
ONE_EACH = {"annotators": {"resources"}, "figures": {"style"}, "cli": set()}

#: What importing the package must not load.
HEAVY = (
    "spacy", "thinc", "numpy", "pandas", "matplotlib", "pyarrow", "trafilatura", "textstat",
    "pydantic", "jinja2", "rich", "typer", "lxml", "onnxruntime", "tokenizers", "sklearn", "scipy",
)  # fmt: skip


def _modules() -> dict[str, Path]:
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = _modules()


def _imports(path: Path) -> set[str]:
    """Modules of the package that a file imports anywhere, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            base = str(node.module)
            names = [
                name if name.removeprefix("framing.") in MODULES else base
                for name in (f"{base}.{alias.name}" for alias in node.names)
            ]
        else:
            continue
        found |= {name for name in names if name.split(".")[0] == "framing"}
    return {name.removeprefix("framing").lstrip(".") for name in found}


@pytest.mark.parametrize("name", sorted(set(MODULES) - {""}))
def test_imports_go_down_the_layers(name: str) -> None:
    unit = name.split(".")[0]
    assert unit in DEPTH, f"{unit} stands in no layer; name it in LAYERS"
    for imported in _imports(MODULES[name]):
        other = imported.split(".")[0]
        if imported == "":
            assert unit == "cli", f"{name} imports the package itself; name the module"
        elif other != unit:
            assert DEPTH[unit] < DEPTH[other], f"{name} imports {imported}"


@pytest.mark.parametrize(
    "name", sorted(name for name in MODULES if name.split(".")[0] in ONE_EACH and "." in name)
)
def test_a_phenomenon_does_not_import_another(name: str) -> None:
    folder, own, *_ = name.split(".")
    if name in ("cli.app", "cli.__main__"):  # where the verbs are listed
        return
    for imported in _imports(MODULES[name]):
        if imported.startswith(f"{folder}."):
            other = imported.split(".")[1]
            shared = other.startswith("_") or other in ONE_EACH[folder]
            assert shared or other == own, f"{name} imports {imported}"


def test_the_parser_and_the_terminal_stay_where_they_belong() -> None:
    allowed = {
        "spacy": {"language", "cli"},
        "typer": {"cli"},
        "rich": {"cli", "reporting"},
        "jinja2": {"reporting"},
        "matplotlib": {"figures"},
        "trafilatura": {"reading"},
        "textstat": {"readability"},
        "krippendorff": {"coding"},
        "onnxruntime": {"encoder"},
        "tokenizers": {"encoder"},
        "sklearn": {"classifiers", "evaluation"},
    }
    for name, path in MODULES.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for imported in names:
                root = imported.split(".")[0]
                where = name.split(".")[0]
                assert where in allowed.get(root, {where}), f"{name} imports {imported}"


def test_only_the_command_line_prints_or_exits() -> None:
    for name, path in MODULES.items():
        if name.split(".")[0] == "cli":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("print", "exit", "quit", "eval", "exec"), name
            assert not isinstance(node, ast.Assert), f"{name}: raise, never assert"


CHECK = f"""
import sys
opened, spoke = [], []
def watch(event, arguments):
    if event == "open" and not str(arguments[0]).endswith((".py", ".pyc")):
        opened.append(arguments[0])
    if event.startswith(("socket.", "subprocess.", "os.system")):
        spoke.append(event)
sys.addaudithook(watch)
{{statement}}
heavy = sorted(set({HEAVY!r}) & set(sys.modules))
if heavy or opened or spoke:
    sys.exit(f"loads {{{{heavy}}}}, opens {{{{opened}}}}, does {{{{spoke}}}}")
"""


def _in_a_new_process(statement: str) -> str:
    code = CHECK.format(statement=statement)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return done.stderr if done.returncode else ""


def test_importing_the_package_loads_no_model_reads_no_file_and_touches_no_network() -> None:
    assert _in_a_new_process("import framing, framing.cli; dir(framing)") == ""


def test_the_check_itself_sees_what_it_should() -> None:
    assert "'numpy'" in _in_a_new_process("import numpy")
    assert "pyproject" in _in_a_new_process("open('pyproject.toml')")
