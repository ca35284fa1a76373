"""A small guide without problems, for planting faults into it."""

from __future__ import annotations

from collections.abc import Mapping

GUIDE: Mapping[str, str] = {
    "guide.yaml": """\
format: 1
title: The Salt Road
summary: A companion to the novel.
language: en
timeline:
  unit: chapter
  points:
    - {id: "1", title: Departure}
    - {id: "2", title: The ford}
    - {id: "3", title: Wells}
    - {id: "4", title: The letter}
    - {id: "5", title: Snow}
    - {id: "6", title: Ash}
    - {id: "7", title: The unmasking}
    - {id: "8", title: The burning of Kesh}
    - {id: "9", title: Home}
groups:
  caravan: {name: The caravan, since: 1}
  ravens: {name: The Ravens, since: 6}
kinds:
  guides: {label: guides, back: guided by, heading: guidance}
  betrays: {label: betrays, back: betrayed by, heading: treason, sign: "~", line: dashed}
states:
  lost: {label: lost}
  exiled: {label: exiled, sign: ">"}
""",
    "characters.yaml": """\
ada:
  name: Ada Thorn
  native: 에이다
  aliases: [Ada, {name: the Duchess, since: 6}]
  since: 1
  group: caravan
  about:
    - {since: 1, text: A guide of the salt road.}
    - {since: 5, text: A guide who has lost her way.}
  facts:
    - {since: 1, text: Leads the mules., sources: [novel]}
    - {since: 2, state: lost, text: Loses the road in fog.}
    - {since: 4, text: Reads the letter., sources: [novel]}
    - {since: 7, state: exiled, text: Must leave the town., sources: [letters]}
basil:
  name: [{since: 1, text: Basil Quill}, {since: 6, text: Basil of Harrow}]
  since: 1
  group: [{since: 1, text: caravan}, {since: 6, text: ravens}]
  about: A clerk with ink on his cuffs.
cora:
  name: Cora Venn
  since: 3
  group: caravan
  about: Keeps the wells.
rider:
  name: The masked rider
  since: 2
  about: Nobody has seen the face.
  becomes: {character: edgar, since: 7}
edgar:
  name: Edgar Fenwick
  native: 에드거
  aliases: [{name: Old Grimsby, since: 7}]
  since: 7
  group: ravens
  about: A captain without a ship.
""",
    "relationships.yaml": """\
- {from: ada, to: basil, kind: friend, label: travels with, since: 1, until: 6, ended: he rides away, sources: [novel]}
- {from: ada, to: basil, kind: guides, since: 1}
- {from: ada, to: cora, kind: friend, label: drinks with, since: 3}
- {from: rider, to: ada, kind: hurts, label: robs, back: is robbed by, since: 2}
- {from: edgar, to: basil, kind: betrays, label: sells, back: is sold by, since: 8, secret_from: [cora]}
""",
    "sources.yaml": """\
novel: {title: The Salt Road, url: "https://example.org/salt-road", date: 1901, publisher: Marsh & Son}
letters: {title: Letters on the Treason, url: "https://example.org/letters", since: 7}
""",
    "sections/10-road/10-departure.md": """\
---
title: Departure day
since: 1
certainty: confirmed
sources: [novel]
---
Ada Thorn and Basil Quill set out with nine mules.

## Mules

Nine of them. See [the ford](20-the-ford.md) and [[30-wells]].

> [!spoiler] 3
> Cora Venn gives them water.
""",
    "sections/10-road/20-the-ford.md": """\
---
title: At the ford
since: 2
sources: [novel]
---
The masked rider takes the purse[^1]. Ada says nothing.

[^1]: Of leather.
""",
    "sections/10-road/30-wells.md": """\
---
title: Water
since: 3
---
Cora Venn keeps the wells.
""",
    "sections/20-town/10-the-betrayal-at-kesh.md": """\
---
title: The betrayal at Kesh
since: 8
sources: [letters]
---
Edgar Fenwick sells Basil of Harrow.
""",
}
"""Its files, by their paths. It has nine points; whoever is known late is called Edgar Fenwick."""
