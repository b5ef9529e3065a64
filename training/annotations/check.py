"""Checks passages.jsonl, or the file named, against the README and counts the acts: stances, different triggers."""
import collections
import json
import pathlib
import sys

ACTS = ("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT "
        "DENY DOUBT EXPECT DECLINE").split()
ATTITUDE = "STATE"  # an attitude between two that is none of the acts


def faults(passage):
    text = passage["text"]
    for stance in passage["stances"]:
        attitude = stance["act"] == ATTITUDE and stance["polarity"] and stance["holder"] and stance["target"]
        if not attitude and stance["act"] not in ACTS or stance["polarity"] not in (-1, 0, 1):
            yield f"act or polarity: {stance['act']} {stance['polarity']}"
        if not stance["evidence"] or stance["evidence"] not in text:
            yield f"evidence: {stance['evidence']}"
        for key in ("holder", "target", "trigger"):
            words, at = stance[key], stance.get(key + "At")
            if words is None and key != "trigger":
                continue
            times = text.count(words) if words else 0
            if times == 0 or (times > 1) != (at is not None) or (at is not None and not text.startswith(words, at)):
                yield f"{key}: {words}"


def main():
    lines = (pathlib.Path(__file__).parent / (sys.argv[1] if len(sys.argv) > 1 else "passages.jsonl")).read_text(encoding="utf-8").splitlines()
    passages = [json.loads(line) for line in lines]
    wrong = [f"{p['id']}: {f}" for p in passages for f in faults(p)]
    for key in ("id", "text"):
        wrong += [f"twice: {v}" for v, n in collections.Counter(p[key] for p in passages).items() if n > 1]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    stances = [s for p in passages for s in p["stances"]]
    print(f"{len(passages)} passages, {sum(not p['stances'] for p in passages)} without a stance, {len(stances)} stances")
    for act in ACTS + [ATTITUDE]:
        of = [s["trigger"].lower() for s in stances if s["act"] == act]
        print(f"{act:10} {len(of):4} {len(set(of)):4}")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
