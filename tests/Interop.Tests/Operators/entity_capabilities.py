"""XEP-0115 §5.1: the verification string of a disco#info answer, computed without any XMPP library."""
import base64
import hashlib

INFO = "{http://jabber.org/protocol/disco#info}"
DATA = "{jabber:x:data}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def verification_string(query, hash_name):
    """`query` is the <query/> element; `hash_name` as in presence, such as sha-1."""
    parts = sorted("/".join((identity.get("category"), identity.get("type"), identity.get(LANGUAGE, ""), identity.get("name", "")))
                   for identity in query.findall(INFO + "identity"))
    parts += sorted(feature.get("var") for feature in query.findall(INFO + "feature"))
    for form_type, fields in sorted(map(_form, query.findall(DATA + "x"))):
        parts.append(form_type)
        for name, values in sorted(fields):
            parts += [name, *sorted(values)]
    text = "".join(part + "<" for part in parts)
    return base64.b64encode(hashlib.new(hash_name.replace("-", ""), text.encode()).digest()).decode()


def _form(form):
    """(FORM_TYPE, [(var, values)]) of an extended form (XEP-0128)."""
    fields = [(field.get("var"), [value.text or "" for value in field.findall(DATA + "value")])
              for field in form.findall(DATA + "field")]
    form_type = next(values[0] for name, values in fields if name == "FORM_TYPE")
    return form_type, [field for field in fields if field[0] != "FORM_TYPE"]
