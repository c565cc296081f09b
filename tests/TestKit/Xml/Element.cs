using System;
using System.Collections;
using System.Text;
using Presentity.Xml;

namespace Presentity.TestKit;

/// <summary>An element that was sent, to ask for what is in it.</summary>
public sealed class Element
{
    readonly ArrayList attributes = new ArrayList();
    readonly ArrayList children = new ArrayList();

    Element(XmlCursor cursor)
    {
        Name = cursor.LocalNameOf(cursor.Node);
        Namespace = cursor.NamespaceOf(cursor.Node);
        for (int slot = cursor.FirstAttribute(); slot != XmlCursor.None; slot = cursor.NextAttribute(slot))
        {
            attributes.Add(cursor.LocalNameOf(slot));
            attributes.Add(cursor.ToString(slot));
        }

        int element = cursor.Node;
        for (int node = cursor.FirstNode(); node != XmlCursor.None; node = cursor.NextNode(node))
        {
            if (cursor.IsText(node))
            {
                Text += cursor.ToString(node);
                continue;
            }

            cursor.MoveTo(node);
            children.Add(new Element(cursor));
            cursor.MoveTo(element);
        }
    }

    /// <summary>Its local name.</summary>
    public string Name { get; }

    public string Namespace { get; }

    /// <summary>The text in it, without that of its children.</summary>
    public string Text { get; } = "";

    public Element[] Children => (Element[])children.ToArray(typeof(Element));

    /// <summary>Reads a stanza.</summary>
    public static Element Parse(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes("<s xmlns='jabber:client'>" + text);
        XmlTokenizer tokenizer = new XmlTokenizer(new XmlLimits { Bytes = bytes.Length + XmlLimits.FewestBytes }, new XmlVocabulary(""));
        tokenizer.Feed(bytes, 0, bytes.Length);
        if (tokenizer.Read() != XmlRead.RootStart || tokenizer.Read() != XmlRead.Element)
            throw new ArgumentException("not an element: " + text);
        XmlCursor cursor = new XmlCursor(tokenizer.Tape);
        cursor.MoveToTop();
        return new Element(cursor);
    }

    /// <summary>The value of an attribute; null when there is none.</summary>
    public string? Attribute(string name)
    {
        for (int i = 0; i < attributes.Count; i += 2)
            if ((string)attributes[i]! == name)
                return (string)attributes[i + 1]!;
        return null;
    }

    /// <summary>The first element of this name in it, at any depth; null when there is none.</summary>
    public Element? Find(string name)
    {
        foreach (Element child in Children)
        {
            Element? found = child.Name == name ? child : child.Find(name);
            if (found != null)
                return found;
        }

        return null;
    }

    /// <summary>The text of the first element of this name in it; null when there is none.</summary>
    public string? TextOf(string name)
    {
        Element? found = Find(name);
        return found == null ? null : found.Text;
    }

    /// <summary>How many elements of this name are in it, at any depth.</summary>
    public int Count(string name)
    {
        int count = 0;
        foreach (Element child in Children)
            count += child.Count(name) + (child.Name == name ? 1 : 0);
        return count;
    }
}
