"""Makes sentences with stances from phrases of our own (phrases/acts.txt): who does what to whom, with negation, modals, hedges, passives, control,
nominalisations and quotations, and the act that each amounts to.

    python3 training/made_stances.py OUT.jsonl [SENTENCES]

A line is {"id", "text", "stances": [{"act", "trigger": offset, "holder": [begin, end], "target": [begin, end] or null}]}.
"""
import json
import os
import random
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FRIENDLY = {"AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
HOSTILE = {"SANCTION", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST"}
WORDS = {"ACCUSE", "REJECT", "REQUEST"}
COUNTRIES = """France Germany Japan Brazil Kenya Ukraine Russia China Iran Israel Turkey Egypt Norway Finland Poland Hungary Serbia Kosovo Greece
Mexico Canada India Pakistan Nigeria Ghana Mali Niger Chad Sudan Ethiopia Somalia Rwanda Syria Iraq Lebanon Jordan Yemen Qatar Cuba Venezuela Peru Chile
Argentina Australia Indonesia Vietnam Thailand Myanmar Taiwan Armenia Azerbaijan Georgia Moldova Belarus Spain Italy Libya Algeria""".split()
DEMONYMS = "French German Japanese Brazilian Kenyan Russian Chinese Iranian Israeli Turkish Egyptian Mexican Indian Nigerian Syrian Cuban Spanish".split()
GIVEN = "Mara Ivo Lena Tomas Aisha Omar Chen Priya Kofi Ingrid Pavel Rosa Amir Yuki Elif Joao Nadia Samuel Greta Hassan Bruno Olga".split()
FAMILY = "Kestrel Brandvold Okafor Petrov Lindqvist Haddad Moreau Castellan Ferreira Yilmaz Tanaka Osei Novak Rahimi Dlamini Sorensen Whitlock Arslan".split()
TITLES = "President|Prime Minister|Foreign Minister|Senator|Defence Minister|Governor|Mayor|Gen.|Judge|Chancellor".split("|")
BODIES = """the United Nations|NATO|the European Union|the African Union|Amnesty International|the World Bank|the Red Cross|Hamas|Hezbollah|the Taliban|Boko
Haram|the FBI|the Pentagon|the Kremlin|the White House|Human Rights Watch|the Labour Party|the Supreme Court|Volvo|Siemens|the New York Times|the
Senate|Congress|the Security Council|the Arab League|the ICC|the World Health Organization|the Justice Department""".replace("\n", " ").split("|")
COMMON = """the government|the rebels|police|protesters|the army|the opposition|union leaders|a Danish senator|the company|the militia|prosecutors|the
court|students|farmers|the mayor|the bishop|the miners' union|security forces|two journalists|a group of lawyers|the regional governor|health workers|the
navy|opposition lawmakers|militants|the central bank|demonstrators|the ruling party|insurgents|the ministry|activists|the top diplomat|a spokesman for the
coalition|refugees|migrants|aid workers|the leader of the far-right party|a former minister|truck drivers|the separatists|border guards|residents""".replace("\n", " ").split("|")
WHEN = " on Tuesday| last week| on Friday| this month| in March| on Sunday evening| earlier this year| for a third time| without warning||||||".split("|")
LEADS = "After weeks of silence, |On Monday, |Despite the rain, |According to officials, |Late on Thursday, |In a letter, |||||||||".split("|")
IRREGULAR = {}
for line in """be was been; say said said; meet met met; hold held held; give gave given; send sent sent; take took taken; make made made; pay paid paid;
fly flew flown; go went gone; begin began begun; have had had; speak spoke spoken; ring rang rung; sit sat sat; stand stood stood;
come came come; throw threw thrown; set set set; step stepped stepped; drop dropped dropped; swap swapped swapped; build built built;
sell sold sold; buy bought bought; lend lent lent; feed fed fed; lay laid laid; leave left left; quit quit quit; flee fled fled;
bring brought brought; seek sought sought; beg begged begged; tell told told; slam slammed slammed; hit hit hit; find found found;
withdraw withdrew withdrawn; break broke broken; strike struck struck; shut shut shut; put put put; cut cut cut; freeze froze frozen;
catch caught caught; shoot shot shot; fight fought fought; beat beat beaten; stab stabbed stabbed; sink sank sunk; blow blew blown;
swear swore sworn; ban banned banned; rebut rebutted rebutted; cast cast cast; foresee foresaw foreseen; forecast forecast forecast;
keep kept kept; win won won; lose lost lost; grow grew grown; teach taught taught; write wrote written; drive drove driven; read read read;
know knew known; rise rose risen; fall fell fallen; become became become; commit committed committed; plan planned planned;
snub snubbed snubbed; run ran run; feel felt felt; gun gunned gunned; overrun overran overrun; strip stripped stripped;
overthrow overthrew overthrown; expel expelled expelled; repel repelled repelled; stop stopped stopped; kidnap kidnapped kidnapped;
scrap scrapped scrapped; undertake undertook undertaken; shake shook shaken; prefer preferred preferred; cost cost cost; let let let;
confer conferred conferred""".split(";"):
    base, past, participle = line.split()
    IRREGULAR[base] = (past, participle)


def past(v, participle=False):
    if v in IRREGULAR:
        return IRREGULAR[v][participle]
    if v.endswith("e"):
        return v + "d"
    return v[:-1] + "ied" if re.search("[^aeiou]y$", v) else v + "ed"


def third(v):
    if v == "be":
        return "is"
    if v == "have":
        return "has"
    if re.search("(s|x|z|ch|sh|o)$", v):
        return v + "es"
    return v[:-1] + "ies" if re.search("[^aeiou]y$", v) else v + "s"


def ing(v):
    if v in ("be", "agree", "flee", "free", "see", "guarantee"):
        return v + "ing"
    if v.endswith("ie"):
        return v[:-2] + "ying"
    if re.search("[^e]e$", v):
        return v[:-1] + "ing"
    double = past(v) if v not in IRREGULAR else IRREGULAR[v][0]
    if double.startswith(v + v[-1]) or v in ("sit", "cut", "put", "set", "hit", "shut", "run", "win", "begin", "quit", "let", "forget"):
        return v + v[-1] + "ing"
    return v + "ing"


NOUNS = """ACCUSE criticism of T by H|H's criticism of T|H's condemnation of T|the accusations by H against T|a complaint by H against T|an investigation of T by H|H's lawsuit against T
REJECT H's rejection of the offer from T|H's refusal to meet T|H's opposition to T|the veto by H|H's dismissal of T
SUPPORT H's support for T|praise for T from H|H's endorsement of T|the backing of H for T
THREATEN a threat by H to bomb T|H's threats against T|an ultimatum from H to T|H's threat to leave
ASSAULT an attack on T by H|H's invasion of T|the shelling of T by H|the killing of a journalist by H|H's air strikes on T
COERCE the arrest of T by H|H's annexation of T|H's crackdown on T|the detention of T by H|H's blockade of T
SANCTION H's sanctions against T|H's suspension of aid to T|the expulsion of diplomats of T by H|H's embargo on T
REQUEST H's call for T to leave|a demand by H that T pay|H's appeal to T|a request from H to T|H's demand for an apology from T
AID H's aid to T|H's donations to T|military aid from H to T|H's loan to T
CONSULT H's meeting with T|talks between H and T|a meeting between H and T|H's visit to T|H's talks with T
AGREE H's promise to help T|an agreement between H and T|H's pledge to protect T|H's offer to T|H's acceptance of the plan
CONCEDE H's apology to T|the release of T by H|H's concessions to T
RETREAT H's withdrawal from T|the withdrawal of H from T|H's pullout from T
COOPERATE cooperation between H and T|H's cooperation with T|joint exercises of H and T
PROTEST a protest by H against T|H's strike against T|a march by H on T
MOBILIZE H's deployment of tanks near T|H's mobilisation against T
DENY H's denial of the charges
DOUBT H's doubts about T
EXPECT H's hopes for a deal with T"""
NOUN_FRAMES = "N drew wide attention.|Markets shrugged off N.|N made headlines{w}.|The article describes N.|Reporters asked about N.|N came{w}.|The two-page note deals with N.|Observers were surprised by N.".split("|")


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.phrases, self.nouns = [], []
        with open(os.path.join(HERE, "phrases", "acts.txt"), encoding="utf-8") as f:
            for line in f:
                if ":" in line and not line.startswith("#"):
                    act, rest = line.split(":", 1)
                    self.phrases += [(act, p.strip()) for p in rest.split(";")]
        for line in NOUNS.split("\n"):
            act, rest = line.split(" ", 1)
            self.nouns += [(act, p) for p in rest.split("|")]

    def actor(self, other=""):
        r = self.r
        while True:
            k = r.random()
            if k < 0.3:
                x = r.choice(COUNTRIES)
            elif k < 0.5:
                x = r.choice(GIVEN) + " " + r.choice(FAMILY)
                x = r.choice([x, x, x.split()[1], "%s %s" % (r.choice(TITLES), x), "%s %s %s" % (r.choice(DEMONYMS), r.choice(TITLES), x)])
            elif k < 0.68:
                x = r.choice(BODIES)
            elif k < 0.76:
                x = "%s %s" % (r.choice(DEMONYMS), r.choice(["officials", "forces", "troops", "authorities", "police", "lawmakers", "officers", "diplomats"]))
            else:
                x = r.choice(COMMON)
            if x != other and x.split()[-1] not in other:
                return x

    def make(self):
        act, phrase = self.r.choice(self.phrases)
        if self.r.random() < 0.12:
            return self.nominal()
        h = self.actor()
        t = self.actor(h)
        base, rest = (phrase.split(" ", 1) + [""])[:2]
        return self.verbal(act, h, t, base, rest)

    def verbal(self, act, h, t, v, rest):
        r = self.r
        when = r.choice(WHEN)
        none = act == "NONE"
        same, no = None if none else act, None
        refusable = act in FRIENDLY - {"CONCEDE"} or act in ("CONSULT", "CONCEDE")
        frames = [("H *PAST R W.", same, 8), ("H has *PART R.", same, 2), ("H *PAST R W, officials said.", same, 1),
                  ("H, which lost the vote in spring, *PAST R W.", same, 1), ("H *PAST R and went home W.", same, 1), ("It was H that *PAST R W.", same, 0.5),
                  ("H, analysts say, *PAST R because of the war.", same, 0.5), ("A week later, H *PAST R, prompting questions.", same, 1),
                  ("H began *ING R W.", same, 0.5), ("H continued to *BASE R W.", same, 0.5), ("By *INGC R, H changed the mood in the capital.", same, 0.5),
                  ("If H *BASES R, prices will rise.", no, 0.4), ("It is not known whether H *PAST R.", no, 0.4),
                  ("H is said to have stopped short of *ING R.", no, 0.3), ("H has not decided whether to *BASE R.", no, 0.3)]
        if act in FRIENDLY - {"SUPPORT"} or act == "CONSULT":
            frames += [("H will *BASE R W.", "AGREE", 1), ("H agreed^ to BASE R W.", "AGREE", 1), ("H promised^ to BASE R.", "AGREE", 0.7),
                       ("H offered^ to BASE R.", "AGREE", 0.5), ("H could *BASE R W.", no, 0.4), ("H is ready^ to BASE R.", "AGREE", 0.5)]
        if refusable:
            frames += [("H will not *BASE R.", "REJECT", 1), ("H refused^ to BASE R W.", "REJECT", 1), ("H would never *BASE R.", "REJECT", 0.5),
                       ("H ruled^ out ING R.", "REJECT", 0.5), ("H declined^ to BASE R.", "REJECT", 0.5)]
        if act in FRIENDLY - {"CONCEDE"}:
            frames += [("H did not *BASE R.", "REJECT", 0.5), ("H has stopped short of *ING R.", no, 0.3)]
        if act in HOSTILE:
            frames += [("H will *BASE R W.", "THREATEN", 0.7), ("H threatened^ to BASE R.", "THREATEN", 1.2), ("H vowed^ to BASE R.", "THREATEN", 0.6),
                       ("H could *BASE R.", "THREATEN", 0.5), ("H did not *BASE R.", no, 0.8), ("H denied^ ING R.", "DENY", 0.7),
                       ("H has denied^ that it PAST R.", "DENY", 0.5), ("H may *BASE R, officials warn.", "THREATEN", 0.4), ("H never *PAST R.", no, 0.3),
                       ("H ruled^ out ING R.", no, 0.3), ("H announced^ plans to BASE R.", "THREATEN", 0.4)]
        if act in ("ACCUSE", "ASSAULT", "COERCE", "THREATEN", "SANCTION", "PROTEST"):
            frames += [("H did not *BASE R.", no, 0.6), ("H refused to *BASE R.", no, 0.5), ("H has stopped short of *ING R.", no, 0.6),
                       ("H avoided *ING R.", no, 0.3), ("H did not rule out *ING R.", no, 0.4)]
        if act == "REJECT":
            frames += [("H did not *BASE R.", no, 1), ("H no longer *THIRD R.", "CONCEDE", 0.8), ("H has not *PART R.", no, 0.5), ("H stopped short of *ING R.", no, 0.5),
                       ("H will *BASE R.", "REJECT", 0.5), ("H threatened^ to BASE R.", "THREATEN", 0.5)]
        if not none and act != "REQUEST" and v != "be":
            frames += [("X urged^ H to BASE R W.", "REQUEST", 0.5), ("X called^ on H to BASE R.", "REQUEST", 0.4), ("X said H should BASE R.", no, 0.2),
                       ("X accused^ H of ING R.", "ACCUSE", 0.4)]
        if act in ("REJECT", "ACCUSE", "SUPPORT", "REQUEST") and not none:
            frames += [('"We *BASE R," H said W.', act, 0.8), ('"I *BASE R," H told reporters.', act, 0.5)]
        if refusable:
            frames += [('"We will never *BASE R," H said.', "REJECT", 0.8), ('"We will not *BASE R," H told a rally W.', "REJECT", 0.5)]
        if rest.startswith("T") and v != "be" and not none and re.match(r"T( (for|of|with|to|on|over)\b.*)?$", rest):
            frames += [("T was *PART# by H W.", act, 2), ("T has been *PART# by H.", act, 1), ("T, *PART# by H, did not react.", act, 0.4),
                       ("T was not *PART# by H.", "REJECT" if act in FRIENDLY - {"CONCEDE"} else no, 0.4)]
            if act in ("COERCE", "ASSAULT", "SANCTION", "ACCUSE"):
                frames += [("T was *PART# W.", act + "!", 0.6)]
        text, said, _ = r.choices(frames, [f[2] for f in frames])[0]
        x = self.actor(h + t)
        return self.fill(text, said, h, t, x, v, rest, when)

    def fill(self, frame, said, h, t, x, v, rest, when):
        out, marks = "", {}
        agentless = bool(said) and said.endswith("!")
        said = said[:-1] if agentless else said
        frame = ("" if frame.startswith(('"', "By", "If", "It", "A ")) else self.r.choice(LEADS)) + frame
        forms = {"PAST": past(v), "PART": past(v, True), "ING": ing(v), "INGC": ing(v), "BASE": v, "BASES": third(v), "THIRD": third(v)}
        if v == "be":
            forms["PAST"] = "was"
        first = None
        for piece in re.findall(r"\w+\^|\*?[A-Z]+#?(?![a-z])|\w+|\W", frame):
            word = piece.strip("*#^")
            begin = len(out)
            if piece.endswith("^"):
                marks["trigger"] = begin
                out += word
            elif word in forms:
                if piece.startswith("*"):
                    marks["trigger"] = begin
                out += forms[word]
                if piece.endswith("#"):
                    out += rest[1:]
            elif word == "R":
                out = self.rest(out, rest, t, marks)
            elif word in ("H", "X", "T") and len(word) == 1:
                name = {"H": h, "X": x, "T": t}[word]
                out += name
                marks[word] = [begin, len(out)]
            elif word in ("We", "I") and frame.startswith('"'):
                out += word
                marks["we"] = [begin, len(out)]
            elif word == "W":
                out = out.rstrip() + when
            else:
                out += piece
        out = re.sub(r" +([.,])", lambda m: m.group(1), out) if " ." in out or " ," in out else out
        stances = []
        if said:
            holder = marks.get("X") if "X" in marks and "H to" in frame + " " or "X" in marks else marks.get("we") or marks.get("H")
            target = marks.get("T")
            if "X" in marks:
                target = marks.get("H")
            stances.append({"act": said, "trigger": marks["trigger"], "holder": None if agentless else holder, "target": target})
        text = out[0].upper() + out[1:]
        return {"text": text, "stances": stances}

    def rest(self, out, rest, t, marks):
        for piece in re.findall(r"\bT\b|[^T]+|T", rest):
            if piece == "T":
                marks.setdefault("T", [len(out), len(out) + len(t)])
                out += t
            else:
                out += piece
        return out

    def nominal(self):
        act, phrase = self.r.choice(self.nouns)
        h = self.actor()
        t = self.actor(h)
        frame = self.r.choice(NOUN_FRAMES)
        lead, tail = frame.replace("{w}", self.r.choice(WHEN)).split("N", 1)
        out, marks = lead, {}
        for piece in re.findall(r"\b[HT]\b|[^HT]+|[HT]", phrase):
            if piece in ("H", "T"):
                name = h if piece == "H" else t
                marks[piece] = [len(out), len(out) + len(name)]
                out += name
            else:
                out += piece
        first = re.compile(r"critic|condemn|accusation|complaint|investigation|lawsuit|reject|refusal|opposition|veto|dismissal|support|praise|endorse|backing|threat"
                           r"|ultimatum|attack|invasion|shelling|killing|strikes?\b|arrest|annex|crackdown|detention|blockade|sanctions|suspension|expulsion|embargo|call\b|demand"
                           r"|appeal|request|\baid\b|donation|loan|meeting|talks|visit|promise|agreement|pledge|offer|acceptance|apology|release|concession|withdraw|pullout"
                           r"|cooperation|exercises|protest|march\b|deployment|mobilis|denial|doubts|hopes")
        inside = out[len(lead):]
        masked = re.sub(re.escape(h) + "|" + re.escape(t), lambda m: "#" * len(m.group()), inside)
        found = first.search(masked)
        stance = {"act": act, "trigger": len(lead) + found.start(), "holder": marks["H"], "target": marks.get("T")}
        out += tail
        return {"text": out[0].upper() + out[1:], "stances": [stance]}


def main():
    maker = Maker(1)
    with open(sys.argv[1], "w", encoding="utf-8") as f:
        for i in range(int(sys.argv[2]) if len(sys.argv) > 2 else 6000):
            f.write(json.dumps({"id": "made-%d" % i, **maker.make()}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
