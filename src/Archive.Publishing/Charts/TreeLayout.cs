using System.Collections.Immutable;

namespace Archive.Publishing.Charts;

/// <summary>A node of a tree in the order in which an outline lists them.</summary>
/// <param name="Depth">0 for the root; each node is at most one deeper than the one before.</param>
/// <param name="Text">One line; it is wrapped.</param>
public sealed record TreeNode(int Depth, string Text);

/// <summary>How large the parts of a drawn tree are, in the drawing's units.</summary>
public sealed record TreeShape
{
    public int BoxWidth { get; init; } = 216;

    public int LineHeight { get; init; } = 16;

    public int Padding { get; init; } = 8;

    /// <summary>Between a node and its children.</summary>
    public int ColumnGap { get; init; } = 56;

    public int RowGap { get; init; } = 10;

    /// <summary>Letters of a line; a longer word has a line of its own.</summary>
    public int LineLetters { get; init; } = 32;
}

/// <summary>A tree drawn from left to right: each node stands beside the middle of its children.</summary>
/// <param name="Boxes">One for each node, in the order of the nodes.</param>
/// <remarks>No two boxes overlap: every node has the height of its own box or of all its children, whichever is greater, to itself.</remarks>
public sealed record TreeLayout(int Width, int Height, ImmutableArray<TreeBox> Boxes)
{
    /// <exception cref="ArgumentException">A node is deeper than a child of the one before it could be, or there is none at depth 0.</exception>
    public static TreeLayout Of(IReadOnlyList<TreeNode> nodes, TreeShape shape)
    {
        var parents = Parents(nodes);
        var lines = nodes.Select(n => Wrap(n.Text, shape.LineLetters)).ToList();
        var spans = Spans(nodes, parents, lines, shape);
        var tops = Tops(nodes, parents, spans, shape);
        ImmutableArray<TreeBox> boxes =
        [
            .. nodes.Select((node, i) =>
            {
                var height = HeightOf(lines[i], shape);
                return new TreeBox(node.Depth * (shape.BoxWidth + shape.ColumnGap), tops[i] + ((spans[i] - height) / 2), shape.BoxWidth, height, parents[i], lines[i]);
            }),
        ];
        return new(boxes.Max(b => b.X) + shape.BoxWidth, boxes.Max(b => b.Y + b.Height), boxes);
    }

    private static int[] Parents(IReadOnlyList<TreeNode> nodes)
    {
        var parents = new int[nodes.Count];
        var path = new List<int>();
        for (var i = 0; i < nodes.Count; i++)
        {
            var depth = nodes[i].Depth;
            if (depth > path.Count || (depth == 0 && i > 0) || depth < 0) throw new ArgumentException($"Node {i} has no parent at its depth of {depth}.", nameof(nodes));
            path.RemoveRange(depth, path.Count - depth);
            parents[i] = depth == 0 ? -1 : path[depth - 1];
            path.Add(i);
        }
        return nodes.Count > 0 ? parents : throw new ArgumentException("A tree has a node.", nameof(nodes));
    }

    /// <summary>The height that each node has to itself, from the leaves up.</summary>
    private static int[] Spans(IReadOnlyList<TreeNode> nodes, int[] parents, List<ImmutableArray<string>> lines, TreeShape shape)
    {
        var children = new int[nodes.Count];
        var spans = new int[nodes.Count];
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            spans[i] = Math.Max(HeightOf(lines[i], shape), children[i]);
            if (parents[i] >= 0) children[parents[i]] += spans[i] + (children[parents[i]] > 0 ? shape.RowGap : 0);
        }
        return spans;
    }

    /// <summary>Where each node's own height begins: below the sibling before it; children in the middle of a parent that is higher than they are.</summary>
    private static int[] Tops(IReadOnlyList<TreeNode> nodes, int[] parents, int[] spans, TreeShape shape)
    {
        var tops = new int[nodes.Count];
        var free = new int[nodes.Count];
        var sums = new int[nodes.Count];
        for (var i = nodes.Count - 1; i > 0; i--) sums[parents[i]] += spans[i] + (sums[parents[i]] > 0 ? shape.RowGap : 0);
        for (var i = 0; i < nodes.Count; i++)
        {
            if (parents[i] >= 0)
            {
                tops[i] = free[parents[i]];
                free[parents[i]] += spans[i] + shape.RowGap;
            }
            free[i] = tops[i] + ((spans[i] - sums[i]) / 2);
        }
        return tops;
    }

    private static int HeightOf(ImmutableArray<string> lines, TreeShape shape) => (lines.Length * shape.LineHeight) + (2 * shape.Padding);

    private static ImmutableArray<string> Wrap(string text, int letters)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > letters)
            {
                lines.Add(line);
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        if (line.Length > 0 || lines.Count == 0) lines.Add(line);
        return lines.ToImmutable();
    }
}

/// <summary>Where a node stands.</summary>
/// <param name="X">Left.</param>
/// <param name="Y">Top.</param>
/// <param name="Parent">Index of the node that it belongs to; -1 for the root.</param>
/// <param name="Lines">Its text, wrapped.</param>
public sealed record TreeBox(int X, int Y, int Width, int Height, int Parent, ImmutableArray<string> Lines);
