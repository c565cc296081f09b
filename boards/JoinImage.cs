using System;
using System.Globalization;
using System.IO;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Joins converted assemblies to what the deploy partition takes: one after the other, each beginning at a multiple of
/// four.</summary>
public sealed class JoinImage : Task
{
    /// <summary>The converted assemblies, in the order in which they are to stand.</summary>
    [Required]
    public ITaskItem[] Parts { get; set; }

    /// <summary>The file to write.</summary>
    [Required]
    public string Image { get; set; }

    /// <summary>Bytes of the deploy partition, in hexadecimal: <c>0x1C0000</c>.</summary>
    [Required]
    public string Capacity { get; set; }

    public override bool Execute()
    {
        using (MemoryStream image = new MemoryStream())
        {
            foreach (ITaskItem part in Parts)
            {
                byte[] bytes = File.ReadAllBytes(part.GetMetadata("FullPath"));
                image.Write(bytes, 0, bytes.Length);
                while (image.Length % 4 != 0)
                    image.WriteByte(0);
            }

            long capacity = Convert.ToInt64(Capacity, 16);
            string name = Path.GetFileName(Image);
            string size = string.Format(CultureInfo.InvariantCulture, "{0:N0} bytes of {1:N0}, {2} % of the deploy partition",
                image.Length, capacity, image.Length * 100 / capacity);
            if (image.Length > capacity)
            {
                File.Delete(Image);
                Log.LogError("{0} is too large: {1}; leave out a driver or a part", name, size);
                return false;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Image));
            File.WriteAllBytes(Image, image.ToArray());
            Log.LogMessage(MessageImportance.High, "{0}: {1}", name, size);
            return true;
        }
    }
}
