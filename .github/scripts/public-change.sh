#!/usr/bin/env bash
# Says in Markdown what changes between two builds of the public record: the names of all files, the text of the pages.
# Reads the two folders and nothing else, so that nothing internal can get into the summary.
set -euo pipefail

before=$1
after=$2
for folder in "$before" "$after"; do
  if [ ! -d "$folder" ]; then
    printf 'There is no folder %s\n' "$folder" >&2
    exit 2
  fi
done
most_lines_a_page=80
most_bytes=900000 # GitHub refuses a summary over 1 MiB

# The files of a folder with a digest each, sorted by name. What a build writes about itself is not published.
digests() { (cd -- "$1" && find . -type f ! -name '.*' -print0 | LC_ALL=C sort -z | xargs -0 -r sha256sum | sed 's/^\([0-9a-f]*\)  \.\/\(.*\)$/\2\t\1/'); }

escaped() { sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g'; }

# What a reader sees of a page, a line for each block of the source.
text_of() {
  if [ -f "$1" ]; then sed 's/<[^>]*>/ /g; s/[[:space:]][[:space:]]*/ /g; s/^ //; s/ $//' "$1" | grep -v '^$' || true; fi
}

page_change() {
  printf '\n<details><summary>%s</summary>\n\n<pre>\n' "$(printf '%s' "$1" | escaped)"
  diff --unified=1 <(text_of "$before/$1") <(text_of "$after/$1") | sed '1,2d' | cut -c 1-400 | head -n "$most_lines_a_page" | escaped || true
  printf '</pre>\n</details>\n'
}

rows="$(LC_ALL=C join -t $'\t' -a 1 -a 2 -e - -o 0,1.2,2.2 <(digests "$before") <(digests "$after") | awk -F '\t' '
  $2 == $3 { next }
  { print ($2 == "-" ? "added" : $3 == "-" ? "removed" : "changed") "\t" $1 }')"

report() {
  printf '## What would become public\n\n'
  if [ -z "$rows" ]; then
    printf 'Nothing: the public record stays as it is, byte for byte.\n'
    return
  fi
  printf 'The whole site is the artifact `public-record` of this run.\n\n<pre>\n'
  printf '%s\n' "$rows" | escaped
  printf '</pre>\n'
  local kind name
  while IFS=$'\t' read -r kind name; do
    case "$name" in *.html) page_change "$name" ;; esac
  done <<< "$rows"
}

# Cut at the end of a line; one more line says so.
report | awk -v most="$most_bytes" '
  { size += length($0) * 4 + 1 }
  size <= most { print }
  size > most && !cut { print "</pre></details>\n\nThe rest does not fit: see the artifact."; cut = 1 }'
