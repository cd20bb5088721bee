"""Verify Tamga's evidence without Tamga: python3 verify.py KEY [--document FILE] EVIDENCE...

KEY is the node's printed public key, "name+hash+key". EVIDENCE are receipts, proofs of inclusion and proofs of
consistency. --document names the file that a receipt or an inclusion proof is about. Prints one line per file and ends
with 0 only when all are good. Needs nothing but Python 3.8. Shares no code with Tamga; docs/proof.md explains each step.
"""
import base64
import hashlib
import json
import re
import sys
import urllib.parse
from datetime import datetime

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SIZES = 1 << 52
HEX64 = r"[0-9a-f]{64}"
UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
INSTANT = r"(?:19[7-9]\d|[2-9]\d{3})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z"
NUMBER = r"(?:0|[1-9]\d{0,18})"
VISIBLE = r"[!-~]+"
KINDS = ("received refused registered assessed selected requested released withdrawn corrected event message signed sent "
         "acknowledged read").split()
RECORD = [("log", VISIBLE), ("id", UUID), ("kind", "|".join(KINDS)), ("case", rf"-|{UUID}|blinded:[0-9a-f]{{32}}"),
          ("event", rf"-|{HEX64}"), ("body", rf"-|{HEX64}"), ("at", INSTANT), ("rules", r"[!-~]{1,71}"),
          ("data", r"[!-~]{1,71}")]
RECEIPT = [("node", VISIBLE), ("receipt", UUID), ("party", VISIBLE), ("document", VISIBLE), ("attempt", r"[1-9]\d{0,9}"),
           ("case", rf"-|{UUID}"), ("sha256", HEX64), ("length", NUMBER), ("at", INSTANT),
           ("statement", "received-not-judged")]


class Refused(Exception):
    pass


def need(condition, why):
    if not condition:
        raise Refused(why)


def sha256(data):
    return hashlib.sha256(data).digest()


def unbase64(text):
    raw = base64.b64decode(text, validate=True)
    need(base64.b64encode(raw).decode() == text, "base64 has another spelling")
    return raw


# Ed25519, RFC 8032 section 5.1.7. Points are (X, Y, Z, T) with x = X/Z, y = Y/Z, x*y = T/Z.

def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, p):
    total = (0, 1, 1, 0)
    while n:
        if n & 1:
            total = add(total, p)
        p, n = add(p, p), n >> 1
    return total


def equal(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def point(raw):
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    need(y < P, "point out of range")
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * pow(2, (P - 1) // 4, P) % P
    need(x * x % P == square and (x or not sign), "not a point")
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def ed25519(key, message, signature):
    need(len(key) == 32 and len(signature) == 64, "length of key or signature")
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    need(s < ORDER, "signature out of range")
    h = int.from_bytes(hashlib.sha512(r + key + message).digest(), "little") % ORDER
    need(equal(times(s, BASE), add(point(r), times(h, point(key)))), "the signature does not fit")


# Signed notes and texts of named lines.

def signed(note, key):
    """The text of a note that the key signed, as bytes, and the number of signatures."""
    name, number, encoded = key.split("+", 2)
    raw = unbase64(encoded)
    need(raw[0] == 1 and sha256(name.encode() + b"\n" + raw)[:4].hex() == number, "the key is not one")
    need(note.endswith("\n") and "\n\n" in note and not re.search(r"[\x00-\x09\x0b-\x1f]", note), "not a signed note")
    text, block = note.rsplit("\n\n", 1)
    text, lines, found = (text + "\n").encode(), block[:-1].split("\n"), 0
    for line in lines:
        match = re.fullmatch(r"— ([^\s+]+) (\S+)", line)
        need(match, "not a signature line")
        value = unbase64(match[2])
        need(len(value) > 4, "short signature")
        if match[1] == name and value[:4].hex() == number:
            ed25519(raw[1:], text, value[4:])
            found += 1
    need(found == 1, "not signed by the key, or twice")
    return text, len(lines)


def values(text, header, form):
    lines = text.decode("ascii").split("\n")
    need(lines[0] == header and lines[-1] == "" and len(lines) == len(form) + 2, "not a " + header)
    out = {}
    for line, (name, shape) in zip(lines[1:], form):
        match = re.fullmatch(rf"{name} ({shape})", line, re.ASCII)
        need(match, "line " + name)
        need(shape is not INSTANT or datetime.strptime(match[1], "%Y-%m-%dT%H:%M:%S.%fZ"), "line " + name)
        need(match[1] != "0" * 64, "line " + name)
        out[name] = match[1]
    return out


def plain(value):
    """The bytes that a receipt's line stands for; every other spelling of them is refused."""
    raw = b"" if value == "-" else urllib.parse.unquote_to_bytes(value)
    spelled = "".join(chr(c) if 0x21 <= c <= 0x7E and c != 0x25 else f"%{c:02X}" for c in raw)
    need({"": "-", "-": "%2D"}.get(spelled, spelled) == value, "value has another spelling")
    return raw


def checkpoint(note, key):
    text, _ = signed(note, key)
    lines = text.decode().split("\n")
    need(len(lines) == 4 and lines[3] == "" and re.fullmatch(NUMBER, lines[1], re.ASCII), "not a checkpoint")
    size, root = int(lines[1]), unbase64(lines[2])
    need(lines[0] == key.split("+")[0] and size <= SIZES and len(root) == 32, "not a checkpoint of this log")
    need(size or root == sha256(b""), "root of the empty tree")
    return size, root


# The tree: RFC 6962 section 2.1, by halving.

def root_by_inclusion(leaf, index, size, path):
    if size == 1:
        need(not path, "path too long")
        return leaf
    need(path, "path too short")
    half = 1 << (size - 1).bit_length() - 1
    if index < half:
        return sha256(b"\1" + root_by_inclusion(leaf, index, half, path[:-1]) + path[-1])
    return sha256(b"\1" + path[-1] + root_by_inclusion(leaf, index - half, size - half, path[:-1]))


def roots_by_consistency(old, size, path, whole, root):
    if old == size:
        if whole:
            need(not path, "path too long")
            return root, root
        need(len(path) == 1, "length of path")
        return path[0], path[0]
    need(path, "path too short")
    half = 1 << (size - 1).bit_length() - 1
    if old <= half:
        before, after = roots_by_consistency(old, half, path[:-1], whole, root)
        return before, sha256(b"\1" + after + path[-1])
    before, after = roots_by_consistency(old - half, size - half, path[:-1], False, root)
    return sha256(b"\1" + path[-1] + before), sha256(b"\1" + path[-1] + after)


# The three kinds of evidence.

def receipt(data, key, document):
    note = data.decode()
    text, signatures = signed(note, key)
    r = values(text, "tamga-receipt 1", RECEIPT)
    need(signatures == 1 and r["node"] == key.split("+")[0], "not the node's own signature alone")
    need(int(r["length"]) < 1 << 63 and int(r["attempt"]) < 1 << 31, "number too great")
    for name in ("party", "document"):
        need(len(plain(r[name])) <= 128, "line " + name)
    need(r["party"] != "-", "line party")
    if document is not None:
        need(len(document) == int(r["length"]) and sha256(document).hex() == r["sha256"], "another document")
    return f"received by {r['node']} at {r['at']}"


def inclusion(file, key, document):
    size, root = checkpoint(file["checkpoint"], key)
    record = file["record"].encode()
    r = values(record, "tamga-record 1", RECORD)
    need(len(record) <= 512, "record too long")
    need(r["log"] == key.split("+")[0], "a record of another log")
    need(0 <= file["index"] < size, "index outside the tree")
    path = [unbase64(h) for h in file["path"]]
    need(all(len(h) == 32 for h in path), "length of a hash")
    need(root_by_inclusion(sha256(b"\0" + record), file["index"], size, path) == root, "the path leads elsewhere")
    if "document" in file:
        need(file["document"] == r["body"], "another document")
    if document is not None:
        need(sha256(document).hex() == r["body"], "another document")
    return f"{r['kind']} at {r['at']}, record {file['index']} of {size}"


def consistency(file, key):
    (old, before), (size, after) = checkpoint(file["older"], key), checkpoint(file["newer"], key)
    path = [unbase64(h) for h in file["path"]]
    need(old <= size and all(len(h) == 32 for h in path), "order of checkpoints or length of a hash")
    if old == 0:
        need(not path, "path too long")
    else:
        need(roots_by_consistency(old, size, path, True, before) == (before, after), "the path leads elsewhere")
    return f"{size} records begin with the {old}"


def verify(data, key, document):
    if data.startswith(b"tamga-receipt"):
        return receipt(data, key, document)
    file = json.loads(data.decode())
    need((json.dumps(file, indent=2, ensure_ascii=False) + "\n").encode() == data, "the file has another spelling")
    fields = list(file)
    if file["format"] == "tamga-proof 1":
        need(fields[:5] == ["format", "record", "index", "path", "checkpoint"] and fields[5:] in ([], ["document"]), "fields")
        need(type(file["index"]) is int, "index")
        return inclusion(file, key, document)
    need(file["format"] == "tamga-consistency 1" and fields == ["format", "older", "newer", "path"], "fields")
    return consistency(file, key)


def main(arguments):
    key, document, bad = arguments.pop(0), None, False
    if arguments and arguments[0] == "--document":
        with open(arguments[1], "rb") as f:
            document = f.read()
        arguments = arguments[2:]
    for name in arguments:
        with open(name, "rb") as f:
            data = f.read()
        try:
            print(f"{name}: good: {verify(data, key, document)}")
        except (Refused, ValueError, KeyError, TypeError, AttributeError, RecursionError) as why:
            bad = True
            print(f"{name}: REFUSED: {why}")
    return bad or not arguments


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
