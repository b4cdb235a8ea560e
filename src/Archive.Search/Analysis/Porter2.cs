namespace Archive.Search.Analysis;

/// <summary>
/// The English stemmer "Porter2", after its description at https://snowballstem.org/algorithms/english/stemmer.html (Snowball 3).
/// A y that is a consonant is Y while a word is stemmed.
/// </summary>
public static class Porter2
{
    // Longest first where one ends another.
    private static readonly (string Suffix, string Instead)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("entli", "ent"), ("ization", "ize"),
        ("izer", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("aliti", "al"), ("alli", "al"), ("fulness", "ful"),
        ("ousness", "ous"), ("ousli", "ous"), ("iveness", "ive"), ("iviti", "ive"), ("biliti", "ble"), ("bli", "ble"), ("ogist", "og"),
        ("ogi", "og"), ("fulli", "ful"), ("lessli", "less"), ("li", ""),
    ];

    private static readonly (string Suffix, string Instead)[] Step3 =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
        ("ative", ""),
    ];

    private static readonly string[] Step4 =
    [
        "ement", "ment", "ent", "ance", "ence", "able", "ible", "ant", "al", "er", "ic", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
    ];

    /// <summary>Stems a folded word in place; returns the length of the stem, never more than the length of the word.</summary>
    public static int Stem(Span<char> word)
    {
        if (word.Length < 3) return word.Length;
        if (Special(word) is { } special)
        {
            special.CopyTo(word);
            return special.Length;
        }

        if (word[0] == '\'')
        {
            word[1..].CopyTo(word);
            word = word[..^1];
        }

        MarkConsonants(word);
        var first = FirstRegion(word);
        var second = Region(word, first);
        var length = word.Length;
        length -= PossessiveLength(word);
        length = WithoutPlural(word[..length]);
        length = WithoutVerbEnding(word[..length], first);
        if (length > 2 && word[length - 1] is 'y' or 'Y' && !IsVowel(word[length - 2])) word[length - 1] = 'i';
        length = Replace(word[..length], Step2, first, second);
        length = Replace(word[..length], Step3, first, second);
        length = WithoutSuffix(word[..length], second);
        length = WithoutFinal(word[..length], first, second);
        word[..length].Replace('Y', 'y');
        return length;
    }

    private static string? Special(ReadOnlySpan<char> word) => word switch
    {
        "skies" or "sky" => "sky",
        "idly" => "idl",
        "gently" => "gentl",
        "ugly" => "ugli",
        "early" => "earli",
        "only" => "onli",
        "singly" => "singl",
        "news" => "news",
        "howe" => "howe",
        "atlas" => "atlas",
        "cosmos" => "cosmos",
        "bias" => "bias",
        "andes" => "andes",
        _ => null,
    };

    private static void MarkConsonants(Span<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == 'y' && (i == 0 || IsVowel(word[i - 1]))) word[i] = 'Y';
        }
    }

    private static int FirstRegion(ReadOnlySpan<char> word)
    {
        foreach (var start in (ReadOnlySpan<string>)["gener", "commun", "arsen", "past", "univers", "later"])
        {
            if (word.StartsWith(start)) return start.Length;
        }

        return Region(word, 0);
    }

    /// <summary>Behind the first non-vowel that follows a vowel, from a place on.</summary>
    private static int Region(ReadOnlySpan<char> word, int from)
    {
        for (var i = from + 1; i < word.Length; i++)
        {
            if (IsVowel(word[i - 1]) && !IsVowel(word[i])) return i + 1;
        }

        return word.Length;
    }

    private static int PossessiveLength(ReadOnlySpan<char> word) => word.EndsWith("'s'") ? 3 : word.EndsWith("'s") ? 2 : word.EndsWith("'") ? 1 : 0;

    /// <summary>Step 1a.</summary>
    private static int WithoutPlural(ReadOnlySpan<char> word)
    {
        if (word.EndsWith("sses")) return word.Length - 2;
        if (word.EndsWith("ied") || word.EndsWith("ies")) return word.Length - (word.Length > 4 ? 2 : 1);
        if (!word.EndsWith("s") || word.EndsWith("us") || word.EndsWith("ss")) return word.Length;
        return word.Length > 1 && HasVowel(word[..^2]) ? word.Length - 1 : word.Length;
    }

    /// <summary>Step 1b.</summary>
    private static int WithoutVerbEnding(Span<char> word, int first)
    {
        var adverb = word.EndsWith("ly") ? 2 : 0;
        var stem = word[..^adverb];
        if (stem.EndsWith("eed"))
        {
            var isKept = stem.Length - 3 < first || word is "proceed" or "exceed" or "succeed";
            return isKept ? word.Length : stem.Length - 1;
        }

        if (word is [var letter, 'y', 'i', 'n', 'g'] && !IsVowel(letter))
        {
            word[1] = 'i';
            word[2] = 'e';
            return 3;
        }

        var ending = stem.EndsWith("ing") ? 3 : stem.EndsWith("ed") ? 2 : 0;
        if (ending == 0 || word is "inning" or "outing" or "canning" or "herring" or "earring" or "evening") return word.Length;
        return HasVowel(stem[..^ending]) ? Mended(word, stem.Length - ending, first) : word.Length;
    }

    /// <summary>What is left of a verb, as a verb: hopp is hop, hop is hope.</summary>
    private static int Mended(Span<char> word, int length, int first)
    {
        var left = word[..length];
        var isLong = left.EndsWith("at") || left.EndsWith("bl") || left.EndsWith("iz");
        if (!isLong && left is [.., var one, var two] && one == two && two is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't')
        {
            return left is ['a' or 'e' or 'o', _, _] ? length : length - 1;
        }

        if (!isLong && (length > first || !EndsShort(left))) return length;
        word[length] = 'e';
        return length + 1;
    }

    private static int Replace(Span<char> word, (string Suffix, string Instead)[] rules, int first, int second)
    {
        foreach (var (suffix, instead) in rules)
        {
            if (!word.EndsWith(suffix)) continue;
            var at = word.Length - suffix.Length;
            var isAllowed = suffix switch
            {
                "li" => at > 0 && word[at - 1] is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
                "ogi" => at > 0 && word[at - 1] == 'l',
                "ative" => at >= second,
                _ => true,
            };
            if (at < first || !isAllowed) return word.Length;
            instead.CopyTo(word[at..]);
            return at + instead.Length;
        }

        return word.Length;
    }

    /// <summary>Step 4.</summary>
    private static int WithoutSuffix(ReadOnlySpan<char> word, int second)
    {
        foreach (var suffix in Step4)
        {
            if (!word.EndsWith(suffix)) continue;
            var at = word.Length - suffix.Length;
            return at < second || (suffix == "ion" && (at == 0 || word[at - 1] is not ('s' or 't'))) ? word.Length : at;
        }

        return word.Length;
    }

    /// <summary>Step 5.</summary>
    private static int WithoutFinal(ReadOnlySpan<char> word, int first, int second)
    {
        var last = word.Length - 1;
        if (word.EndsWith("e")) return last >= second || (last >= first && !EndsShort(word[..last])) ? last : word.Length;
        return word.EndsWith("ll") && last >= second ? last : word.Length;
    }

    private static bool EndsShort(ReadOnlySpan<char> word) =>
        word is "past"
        || (word is [var only, var end] && IsVowel(only) && !IsVowel(end))
        || (word is [.., var before, var vowel, var after] && !IsVowel(before) && IsVowel(vowel) && !IsVowel(after) && after is not ('w' or 'x' or 'Y'));

    private static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(Vowels);

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("aeiouy");

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
