namespace Archive.Search.Analysis;

/// <summary>English words that say nothing about a document. Small words of trouble (no, not, down, out, off) are not among them.</summary>
internal static class StopWords
{
    private const string Words =
        "a about also am an and any are as at be because been being but by can could did do does doing for from had has have having he her his how " +
        "i if in into is it its me my of on or our she should so some such than that the their them then there these they this those to " +
        "us was we were what when where which while who why will with would you your";

    /// <summary>By the last bits of <see cref="WordKey.Slot"/>, and onwards where others are there; a third is taken.</summary>
    private static readonly WordKey[] Slots = Filled();

    /// <param name="word">The key of a folded word.</param>
    public static bool Contains(WordKey word)
    {
        var slots = Slots;
        for (var slot = (int)word.Slot & (slots.Length - 1); slots[slot] != default; slot = (slot + 1) & (slots.Length - 1))
        {
            if (slots[slot] == word) return true;
        }

        return false;
    }

    private static WordKey[] Filled()
    {
        var slots = new WordKey[256];
        foreach (var word in Words.Split(' '))
        {
            var key = WordKey.Of(word);
            var slot = (int)key.Slot & (slots.Length - 1);
            while (slots[slot] != default) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = key;
        }

        return slots;
    }
}
