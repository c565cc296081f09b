namespace Presentity.Xmpp;

/// <summary>A message of SCRAM, <c>a=value,b=value</c>, read from left to right (RFC 5802 §7). The order is part of the syntax.</summary>
sealed class ScramMessage
{
    readonly byte[] message;
    int start;
    int end;
    int next;

    internal ScramMessage(byte[] message) => this.message = message;

    /// <summary>Goes to the next attribute, which must have this name.</summary>
    internal bool MoveTo(char name)
    {
        if (next + 2 > message.Length || message[next] != name || message[next + 1] != '=')
            return false;
        start = next + 2;
        end = start;
        while (end < message.Length && message[end] != ',')
            end++;
        next = end + 1;
        return true;
    }

    /// <summary>The attribute's value, in an array of its own.</summary>
    internal byte[] Value()
    {
        byte[] value = new byte[end - start];
        System.Array.Copy(message, start, value, 0, value.Length);
        return value;
    }

    /// <summary>Reads the attribute's value as a number of 1 to 9 digits.</summary>
    internal bool TryGetNumber(out int number)
    {
        number = 0;
        if (end == start || end - start > 9)
            return false;
        for (int i = start; i < end; i++)
        {
            int digit = message[i] - '0';
            if (digit < 0 || digit > 9)
                return false;
            number = (number * 10) + digit;
        }

        return true;
    }
}
