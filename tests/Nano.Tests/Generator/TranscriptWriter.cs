using System.Collections.Generic;

namespace Presentity.Generator;

static class TranscriptWriter
{
    public static IEnumerable<string> Write(List<string> files, string folder) => [];
}
