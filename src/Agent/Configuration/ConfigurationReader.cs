using System.Text;

namespace Presentity.Agent;

/// <summary>Reads a configuration file: <c>key = value</c> a line, <c>#</c> at the start of a line for comments.</summary>
public sealed partial class ConfigurationReader
{
    ConfigurationReader(string file) => Configuration = new DeviceConfiguration(file);

    /// <summary>What is wrong: one line that names the file, the line and the key. Empty when nothing is.</summary>
    public string Fault = "";

    /// <summary>The configuration; complete when there is no <see cref="Fault"/>.</summary>
    public readonly DeviceConfiguration Configuration;

    /// <summary>Reads a file's contents.</summary>
    /// <param name="file">What the file is called, for messages.</param>
    /// <param name="contents">In UTF-8, with or without a byte order mark; lines end in LF or CR LF.</param>
    public static ConfigurationReader Read(string file, byte[] contents)
    {
        ConfigurationReader reader = new ConfigurationReader(file);
        reader.ReadAll(contents);
        if (reader.Fault.Length == 0)
            reader.CheckComplete();
        return reader;
    }

    void ReadAll(byte[] contents)
    {
        int at = contents.Length >= 3 && contents[0] == 0xEF && contents[1] == 0xBB && contents[2] == 0xBF ? 3 : 0;
        for (int line = 1; at < contents.Length && Fault.Length == 0; line++)
        {
            int end = at;
            while (end < contents.Length && contents[end] != '\n')
                end++;
            ReadLine(line, contents, at, end);
            at = end + 1;
        }
    }

    void ReadLine(int line, byte[] contents, int start, int end)
    {
        Trim(contents, ref start, ref end);
        if (start == end || contents[start] == '#')
            return;
        int equals = start;
        while (equals < end && contents[equals] != '=')
            equals++;
        int keyEnd = equals;
        int keyStart = start;
        Trim(contents, ref keyStart, ref keyEnd);
        string key = Encoding.UTF8.GetString(contents, keyStart, keyEnd - keyStart);
        if (equals == end)
        {
            Fault = Configuration.File + ":" + line.ToString() + ": " + key + ": write it as key = value";
            return;
        }

        int valueStart = equals + 1;
        Trim(contents, ref valueStart, ref end);
        string value = Encoding.UTF8.GetString(contents, valueStart, end - valueStart);
        int before = Configuration.LineOf(key);
        if (!Configuration.Note(key, line))
        {
            Fault = Configuration.Fault(key, "more than " + DeviceConfiguration.MostKeys.ToString() + " keys");
            return;
        }

        string wrong = before > 0
            ? "already in line " + before.ToString()
            : value.Length == 0 ? "the value is missing" : ConfigurationKeys.Set(Configuration, key, value);
        if (wrong.Length > 0)
            Fault = Configuration.File + ":" + line.ToString() + ": " + key + ": " + wrong;
    }

    void CheckComplete()
    {
        if (Configuration.Jid == null)
            Fault = Configuration.Fault("jid", "missing; write jid = device@example.org");
        else if (Configuration.Password.Length == 0 && Configuration.LineOf("scram") == 0)
            Fault = Configuration.Fault("password", "missing");
        Check();
    }

    // The desktop's part; on the chip there is none, and nothing is left of the call.
    partial void Check();

    static void Trim(byte[] bytes, ref int start, ref int end)
    {
        while (start < end && IsWhite(bytes[start]))
            start++;
        while (end > start && IsWhite(bytes[end - 1]))
            end--;
    }

    static bool IsWhite(int b) => b == ' ' || b == '\t' || b == '\r';
}
