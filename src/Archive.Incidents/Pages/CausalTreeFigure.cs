using System.Collections.Immutable;
using System.Globalization;
using Archive.Incidents.Model;
using Archive.Publishing.Charts;

namespace Archive.Incidents.Pages;

/// <summary>The causal tree, drawn. All numbers are SVG user units; the list below it says the same in words.</summary>
public sealed record CausalTreeFigure
{
    private static readonly TreeShape Shape = new();

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required ImmutableArray<TreeFigureBox> Boxes { get; init; }

    /// <summary>Paths from each step to its causes.</summary>
    public required ImmutableArray<string> Edges { get; init; }

    public required ImmutableArray<TreeFigureGate> Gates { get; init; }

    /// <summary>Null where there is no tree, or one whose list skips a level.</summary>
    public static CausalTreeFigure? Of(ImmutableArray<CausalStep> steps)
    {
        if (steps.IsEmpty || steps[0].Depth != 0 || steps.Skip(1).Any(s => s.Depth < 1) || steps.Zip(steps.Skip(1)).Any(p => p.Second.Depth > p.First.Depth + 1)) return null;
        var layout = TreeLayout.Of([.. steps.Select(s => new TreeNode(s.Depth, s.Text))], Shape);
        return new()
        {
            Width = layout.Width + 2,
            Height = layout.Height + 2,
            Boxes = [.. layout.Boxes.Select(BoxOf)],
            Edges = [.. layout.Boxes.Where(b => b.Parent >= 0).Select(b => EdgeOf(layout.Boxes[b.Parent], b))],
            Gates = [.. Enumerable.Range(0, steps.Length).Select(i => GateOf(i, steps, layout)).OfType<TreeFigureGate>()],
        };
    }

    private static TreeFigureBox BoxOf(TreeBox box) => new(
        box.X + 1, box.Y + 1, box.Width, box.Height, box.X + 1 + Shape.Padding,
        [.. box.Lines.Select((line, i) => new TreeFigureLine(box.Y + 1 + Shape.Padding + (i * Shape.LineHeight) + 12, line))]);

    private static string EdgeOf(TreeBox parent, TreeBox child)
    {
        var (fromX, fromY) = (parent.X + parent.Width + 1, Middle(parent));
        var (toX, toY) = (child.X + 1, Middle(child));
        var between = fromX + (Shape.ColumnGap / 2);
        return string.Create(CultureInfo.InvariantCulture, $"M{fromX} {fromY}H{between}V{toY}H{toX}");
    }

    /// <summary>The word that joins the causes of a step, where two or more are joined by the same one.</summary>
    private static TreeFigureGate? GateOf(int step, ImmutableArray<CausalStep> steps, TreeLayout layout)
    {
        var gates = Enumerable.Range(0, steps.Length).Where(i => layout.Boxes[i].Parent == step).Select(i => steps[i].Gate).ToList();
        var label = gates.Contains(CausalGate.Or) ? "OR" : gates.Contains(CausalGate.And) ? "AND" : null;
        if (gates.Count < 2 || label is null) return null;
        var box = layout.Boxes[step];
        return new(box.X + box.Width + 1 + (Shape.ColumnGap / 2), Middle(box), Middle(box) + 4, label);
    }

    private static int Middle(TreeBox box) => box.Y + 1 + (box.Height / 2);
}

/// <param name="TextX">Where its lines begin.</param>
public sealed record TreeFigureBox(int X, int Y, int Width, int Height, int TextX, ImmutableArray<TreeFigureLine> Lines);

/// <param name="Y">Of the base line.</param>
public sealed record TreeFigureLine(int Y, string Text);

/// <param name="TextY">Base line of its label.</param>
public sealed record TreeFigureGate(int X, int Y, int TextY, string Label);
