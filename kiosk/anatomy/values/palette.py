"""The palette: which colours tell the parts of one chart apart.

One part may be warm, the point of the slide; the others are tints of the cool colour, which differ in lightness, so that no kind of
eye takes one for another. Each part carries its own label, so no colour has to be looked up.
"""

MOST_PARTS = 6
FAINTEST_PART = 4
"""The least tint of a part: any fainter has too little contrast to the ground."""
STRONGEST = 7
FEW: dict[int, tuple[int, ...]] = {
    0: (),
    1: (7,),
    2: (7, 4),
    3: (7, 5, 4),
    4: (7, 6, 5, 4),
}


def part_colors(count: int, warm: int | None = None) -> tuple[str, ...]:
    """A role for each of `count` parts, of which the one at `warm` is the point; neighbours always differ.

    More than four cool parts take their tints in turn, each beside a much lighter or darker one.
    """
    cool = count - (warm is not None)
    steps = FEW.get(cool) or tuple((7, 5, 6, 4)[index % 4] for index in range(cool))
    roles = [f"cool{step}" for step in steps]
    if warm is not None:
        roles.insert(warm, "warm")
    return tuple(roles)


def ink_on(color: str) -> str:
    """The colour of words on a part of a colour: the ground shows on strong ones, on tints as faint as parts may be the text."""
    return "text" if color[-1:].isdigit() and int(color[-1]) <= FAINTEST_PART else "ground"


def heat_color(share: float, base: str = "cool") -> str:
    """The tint for a share of 0 to 1, in seven classes: more than that the eye does not tell apart."""
    return f"{base}{1 + min(STRONGEST - 1, int(STRONGEST * min(max(share, 0.0), 1.0)))}"
