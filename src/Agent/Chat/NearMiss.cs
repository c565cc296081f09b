namespace Presentity.Agent;

/// <summary>Which of the words that are known somebody may have meant.</summary>
public sealed class NearMiss
{
    const int Longest = 24;

    readonly string meant;
    int least;

    /// <summary>For this word, which has no hyphens.</summary>
    public NearMiss(string meant)
    {
        this.meant = meant;
        // One slip in a short word, two in a longer one.
        least = meant.Length < 5 ? 2 : 3;
    }

    /// <summary>The nearest so far; empty for none.</summary>
    public string Nearest = "";

    /// <summary>Looks at a word that is known.</summary>
    public void Try(string known)
    {
        int distance = Distance(meant, ChatWords.Bare(known));
        if (distance >= least)
            return;
        least = distance;
        Nearest = known;
    }

    /// <summary>How many letters one has to insert, leave out, change, or exchange with their neighbours to get from one to the other.</summary>
    static int Distance(string one, string other)
    {
        if (one.Length > Longest || other.Length > Longest)
            return Longest;
        byte[] a = System.Text.Encoding.UTF8.GetBytes(one);
        byte[] b = System.Text.Encoding.UTF8.GetBytes(other);
        int width = b.Length + 1;
        // The last three rows of the table.
        int[] rows = new int[3 * width];
        for (int j = 0; j < width; j++)
            rows[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int row = i % 3 * width;
            int above = (i + 2) % 3 * width;
            int twoAbove = (i + 1) % 3 * width;
            rows[row] = i;
            for (int j = 1; j < width; j++)
            {
                int cost = rows[above + j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                cost = Less(cost, rows[above + j] + 1);
                cost = Less(cost, rows[row + j - 1] + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost = Less(cost, rows[twoAbove + j - 2] + 1);
                rows[row + j] = cost;
            }
        }

        return rows[(a.Length % 3 * width) + b.Length];
    }

    static int Less(int a, int b) => a < b ? a : b;
}
