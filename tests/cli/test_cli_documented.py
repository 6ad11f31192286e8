"""No verb and no option goes undocumented: docs/cli.md says what the command itself says."""

from __future__ import annotations

import typer
from cli_reference import REFERENCE, reference

from framing.cli.app import VERBS, app


def test_the_reference_is_what_the_command_says() -> None:
    found = REFERENCE.read_text(encoding="utf-8")
    assert found == reference(), "docs/cli.md is out of step with the command: make reference"


def test_every_verb_and_option_stands_in_the_reference() -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    group = typer.main.get_command(app)
    assert set(group.commands) == set(VERBS)
    for name, command in group.commands.items():
        section = text.split(f"## framing-report {name}\n")[1].split("\n## ")[0]
        assert "Examples" not in section
        assert f"framing-report {name}" in section.split("```")[3], "an example"
        for item in command.params:
            assert item.help, f"{name} {item.name} has no help"
            for option in item.opts if item.param_type_name == "option" else ():
                assert f"`{option}`" in section
