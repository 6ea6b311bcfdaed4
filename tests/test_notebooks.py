"""The notebooks run on the sample from top to bottom, and are committed without what they print."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
BY_NAME = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


@BY_NAME
def test_notebooks_hold_no_output(path: Path) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        assert cell["cell_type"] == "markdown" or (cell["outputs"], cell["execution_count"]) == ([], None)


@BY_NAME
def test_headings_are_english_and_findings_are_asserted(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    headings = [line for cell in cells if cell["cell_type"] == "markdown" for line in cell["source"] if line.startswith("#")]
    assert all(heading.replace("·", "").isascii() for heading in headings)
    assert any("assert " in line for cell in cells if cell["cell_type"] == "code" for line in cell["source"])


@pytest.mark.slow
@BY_NAME
def test_notebooks_run(path: Path, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nbclient, nbformat = pytest.importorskip("nbclient"), pytest.importorskip("nbformat")
    pytest.importorskip("matplotlib")
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "exports" / "demo").mkdir(parents=True)
    shutil.copy(built / "graph.db", tmp_path / "exports" / "demo")
    (tmp_path / "models").symlink_to(ROOT / "models")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))))
    monkeypatch.setenv("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(tmp_path / "notebooks")}}
    ).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    assert _shown(outputs, "text/html")
    assert not [output for output in outputs if output["output_type"] == "stream" and output["name"] == "stderr"]
    for cell in notebook.cells:
        if cell.cell_type == "code" and (".plot();" in cell.source or "plt.show()" in cell.source):
            assert _shown(cell.outputs, "image/png"), cell.source


def _shown(outputs: list[Any], kind: str) -> bool:
    return any(kind in output.get("data", {}) for output in outputs)
