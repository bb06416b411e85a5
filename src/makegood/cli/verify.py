"""`makegood verify`: a packet is as it was made, and every figure comes out again."""

from pathlib import Path
from typing import Annotated

import typer

from makegood.cli.fail import UNUSABLE, counted, refuse_input, show
from makegood.cli.out import print_line, print_note
from makegood.cli.progress import working
from makegood.files.reading import is_folder


def command(packet: Annotated[Path, typer.Argument(metavar="DIR", help="A packet's folder.")]) -> None:
    """Find any change of a packet, and count every figure once more."""
    if not is_folder(packet):
        refuse_input(f"there is no folder {packet}.", expected="a folder that 'makegood packet' wrote")
    from makegood.documents.packet.verify import verify  # noqa: PLC0415 - only here is it needed

    with working("Counting once more"):
        found = verify(packet)
    if not found.of:
        show(found.findings)
        print_note(f"{packet} has no manifest that can be read: nothing of it was verified.")
        raise typer.Exit(UNUSABLE)
    if found.findings:
        # In the order of a reader: first which file was changed, then what figures that moves.
        for finding in found.findings:
            print_note(finding.line())
        print_note(f"{counted(len(found.findings), 'difference')}: this packet is not as it was made.")
        raise typer.Exit(UNUSABLE)
    print_line(
        f"{counted(found.files, 'file')} unchanged, {counted(found.figures, 'figure')} counted once more: all alike."
    )
    print_line(f"Sum of the manifest, to compare with the other side: {found.of}")
