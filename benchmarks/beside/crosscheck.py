"""The cross-check of the witness: what a contender itself knows of its frames, set against what was seen on the screen."""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from benchmarks.beside.contenders import SHOW, Contender
from benchmarks.beside.display import Display
from benchmarks.beside.frames import coalesced, stretches
from benchmarks.beside.measure import PATIENCE, Place
from benchmarks.beside.process_tree import ProcessTree
from benchmarks.beside.witness import Witness

PAINTED = """
import sys, time
import kiosk.qt.stage as stage
painted = stage.Stage.paintEvent
def noted(self, event):
    painted(self, event)
    print("FRAMES", time.time(), file=sys.stderr, flush=True)
stage.Stage.paintEvent = noted
from kiosk.cli import main
sys.exit(main(sys.argv[1:]))
"""
ASKED = """
<script>
const seen = [];
const see = (now) => { seen.push((performance.timeOrigin + now) / 1000); requestAnimationFrame(see); };
requestAnimationFrame(see);
setInterval(() => console.log("FRAMES " + seen.splice(0).join(" ") + " END"), 500);
</script>
"""


def cross_check(contender: Contender, place: Place, size: tuple[int, int], seconds: float) -> dict[str, Any]:
    """Frames in all stretches of motion: as the witness saw them, and as the contender counted them.

    This program counts its paint events, a browser the calls of requestAnimationFrame; its median distance in ms tells the
    rate at which the browser believes the screen to run.
    """
    with Display(size) as display, tempfile.TemporaryFile() as said:
        witness = Witness(display)
        process = subprocess.Popen(
            _command(contender, place), env=display.environment(), stdout=subprocess.DEVNULL, stderr=said
        )
        tree = ProcessTree(process.pid, (display.server.pid, display.manager.pid))
        try:
            first = witness.wait_for_slide(time.monotonic() + PATIENCE)
            begin = (first or time.monotonic()) + 1.0
            witness.watch(begin + seconds)
        finally:
            tree.end()
            witness.close()
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    offset = time.time() - time.monotonic()
    counted = [float(each) - offset for line in re.findall(r"FRAMES ([\d. ]+)", text) for each in line.split()]
    seen = [each for each in coalesced(sorted(witness.changes)) if begin <= each <= begin + seconds - 1.0]
    return compared(seen, sorted(counted))


def compared(seen: Sequence[float], counted: Sequence[float]) -> dict[str, Any]:
    """The numbers of frames seen and counted within the stretches of motion that were seen."""
    moving = [each for each in stretches(seen) if len(each) > 1]
    # A contender counts a frame a moment before it is on the screen.
    own = coalesced(counted)
    within = sum(any(each[0] - 0.02 <= time <= each[-1] + 0.005 for each in moving) for time in own)
    distances = sorted(after - before for before, after in pairwise(own))
    middle = distances[len(distances) // 2] if distances else 0.0
    return {
        "seen": sum(len(each) for each in moving),
        "counted": within,
        "counted_median_ms": round(1000.0 * middle, 2),
    }


def _command(contender: Contender, place: Place) -> tuple[str, ...]:
    if not contender.page:
        return (sys.executable, "-c", PAINTED, "run", str(SHOW))
    page = place.pages / contender.page
    counting = page.with_stem(f"{page.stem}-counting")
    counting.write_text(page.read_text("utf-8").replace("</body>", f"{ASKED}</body>"), "utf-8")
    program, *rest, _ = contender.command(place.pages, place.profile)
    return (program, "--enable-logging=stderr", *rest, counting.as_uri())
