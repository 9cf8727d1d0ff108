#!/usr/bin/env python3
"""Verifies the History chain of a plain .manager file (docs/SPEC-history.md). Needs only Python 3.

usage: verify_history.py FILE [SEQUENCE:HASH]

SEQUENCE:HASH is an earlier head, noted elsewhere: the chain must still pass through it. HASH may be
cut to its first digits. Ends with 0 when the chain is whole, 1 when it is not, 3 when there is none.
"""
import hashlib
import pathlib
import sqlite3
import sys

DOMAIN = b"tijori history entry 1"
EPOCH_TICKS = 621_355_968_000_000_000
NOBODY = "00000000-0000-0000-0000-000000000000"
QUERY = """
    SELECT t.*, c.Key AS Changed, c."Commit" AS ChangeCommit, c.Object AS ChangeObject, c.User AS ChangeUser,
           c.Timestamp AS ChangeTimestamp, c.ContentTypeBefore AS ChangeBefore, c.ContentTypeAfter AS ChangeAfter,
           c.ContentBefore, c.ContentAfter
    FROM TijoriHistory t LEFT JOIN Changes c ON c.Key = t.Key ORDER BY t.Sequence"""


def sized(value):
    return len(value).to_bytes(8, "big") + value


def optional(value):
    return b"\0" if value is None else b"\1" + sized(value)


def key(text):
    return None if text is None else bytes.fromhex(text.replace("-", ""))


def number(value, size, signed):
    return sized(value.to_bytes(size, "big", signed=signed))


def facts(data):
    """Splits the stored run of facts into its texts, names and values in turn."""
    texts, at = [], 0
    while at < len(data):
        end = at + 8 + int.from_bytes(data[at:at + 8], "big")
        texts.append(data[at + 8:end])
        at = end
    if at != len(data) or len(texts) % 2:
        raise ValueError("the facts cannot be read")
    return texts


def digest(row):
    texts = facts(row["Facts"])
    nanoseconds = row["InstantSeconds"] * 1_000_000_000 + row["InstantNanoseconds"]
    parts = [sized(DOMAIN), sized(row["PreviousHash"]), number(row["Sequence"], 8, False)]
    parts += [sized(key(row[name])) for name in ("Installation", "Key", "Commit")]
    parts += [number(nanoseconds, 16, True), sized(row["Zone"].encode()), number(row["OffsetSeconds"], 4, True)]
    parts += [optional(key(row["UserKey"]))]
    parts += [sized(row[name].encode()) for name in ("UserName", "ProgramVersion", "Action")]
    parts += [optional(key(row["Object"]))]
    parts += [optional(key(row["ContentTypeBefore"])), optional(row["ContentBefore"])]
    parts += [optional(key(row["ContentTypeAfter"])), optional(row["ContentAfter"])]
    parts += [sized(row["Title"].encode()), number(len(texts) // 2, 8, False)]
    return hashlib.sha256(b"".join(parts + [sized(text) for text in texts])).digest()


def faults_of(row, sequence, previous):
    if row["Sequence"] != sequence:
        yield f"stands where {sequence} should be"
    if row["PreviousHash"] != previous:
        yield "does not follow the entry before it"
    try:
        computed = digest(row)
    except (ValueError, TypeError, AttributeError, OverflowError) as error:
        yield f"cannot be read: {error}"
        return
    if computed != row["Hash"]:
        yield f"was altered: stored hash {row['Hash'].hex()}, computed {computed.hex()}"
    if (row["Changed"] is None) != (row["Object"] is None):
        yield "has no row in Changes" if row["Changed"] is None else "concerns no record but has a row in Changes"
    elif row["Changed"] is not None:
        ticks = EPOCH_TICKS + (row["InstantSeconds"] * 1_000_000_000 + row["InstantNanoseconds"]) // 100
        said = [row["Commit"], row["Object"], row["UserName"], ticks, row["ContentTypeBefore"], row["ContentTypeAfter"]]
        found = [row["ChangeCommit"], row["ChangeObject"], row["ChangeUser"], row["ChangeTimestamp"],
                 row["ChangeBefore"], None if row["ChangeAfter"] == NOBODY else row["ChangeAfter"]]
        if said != found:
            yield f"differs from its row in Changes: {said} and {found}"


def verify(path, anchor):
    base = sqlite3.connect(pathlib.Path(path).resolve().as_uri() + "?mode=ro", uri=True)
    base.row_factory = sqlite3.Row
    sequence, previous, faults, segments, anchored = 0, bytes(32), 0, [], anchor is None
    for row in base.execute(QUERY):
        for fault in faults_of(row, sequence + 1, previous):
            print(f"entry {row['Sequence']} ({row['Action']}, {row['Title']!r}, by {row['UserName']!r}): {fault}")
            faults += 1
        sequence, previous = row["Sequence"], row["Hash"]
        if not segments or segments[-1][0] != row["Installation"]:
            segments.append([row["Installation"], sequence, sequence])
        segments[-1][2] = sequence
        anchored = anchored or (str(sequence) == anchor[0] and previous.hex().startswith(anchor[1]))
    for installation, first, last in segments:
        print(f"entries {first} to {last}: installation {installation}")
    foreign = base.execute("SELECT count(*) FROM Changes WHERE Key NOT IN (SELECT Key FROM TijoriHistory)").fetchone()[0]
    if foreign:
        print(f"{foreign} changes of another program, which have no chain and cannot be verified")
    print(f"head: {sequence}:{previous.hex()}")
    if not anchored:
        print(f"the chain does not pass through {anchor[0]}:{anchor[1]}")
    whole = anchored and not faults
    print("RESULT: the chain is whole" if whole else "RESULT: ALTERED")
    print("Not checked: whether entries after the head once existed, and whether the entries are true.")
    return 0 if whole else 1


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    try:
        sys.exit(verify(sys.argv[1], sys.argv[2].lower().split(":", 1) if len(sys.argv) == 3 else None))
    except sqlite3.Error as error:
        print(f"{sys.argv[1]}: no chain to verify ({error})")
        sys.exit(3)
