#!/bin/sh
# Measures what docs/PERFORMANCE.md says of attachments: a file of the largest size is uploaded,
# downloaded, backed up and verified, and the program's own memory is read at its peak.
#
#     docs/measure_attachments.sh PROGRAM FOLDER [BYTES]
#
# PROGRAM is a built tijori, FOLDER an empty folder on the disk to be measured (five times BYTES of
# room). Needs curl and GNU time; reads the peak of memory as Linux tells it.
set -eu

program=$1
folder=$2
bytes=${3:-2147483648}
data=$folder/data
file=$folder/large.bin

peak() { sed -n 's/^VmHWM:[[:space:]]*//p' "/proc/$1/status"; }
took() { echo "$1: $(($(date +%s) - $2)) s, peak of memory $3"; }

# Bytes that no compression makes smaller.
head -c "$bytes" /dev/urandom > "$file"
"$program" --data "$data" business create Large --currency BDT > /dev/null
"$program" --data "$data" --no-browser --port 18743 --attachment-limit "$bytes" \
    > "$folder/address" &
server=$!
trap 'kill $server 2> /dev/null || true' EXIT
until grep -q http "$folder/address"; do sleep 0.2; done
business=http://127.0.0.1:18743/businesses/$(
    curl -s http://127.0.0.1:18743/ | grep -o 'href="/businesses/[0-9a-f-]\{36\}"' | head -1 |
        grep -o '[0-9a-f-]\{36\}'
)
# The business itself owns the file: the key of its details.
owner=$business/record/38cf4712-6e95-4ce1-b53a-bff03edad273
idle=$(peak $server)
echo "started: peak of memory $idle"

begun=$(date +%s)
curl -s -o /dev/null -w '%{http_code}\n' -H 'Sec-Fetch-Site: same-origin' \
    -F "files=@$file" "$owner/attachments"
took "upload of $bytes bytes" "$begun" "$(peak $server)"

attachment=$(curl -s "$business/attachments" | grep -o '/attachments/[0-9a-f-]\{36\}"' | head -1 |
    tr -d '"')
begun=$(date +%s)
curl -s "$business$attachment" | cmp - "$file"
took "download, compared" "$begun" "$(peak $server)"
kill $server
wait $server || true
trap - EXIT

for verb in "backup Large --output $folder/large.manager" "verify $folder/large.manager" \
    "import $folder/large.manager --name Again"; do
    begun=$(date +%s)
    # The words of a verb are arguments of their own.
    # shellcheck disable=SC2086
    /usr/bin/time -f '%M kB' -o "$folder/time" "$program" --data "$data" $verb > /dev/null
    took "${verb%% *}" "$begun" "$(tail -1 "$folder/time")"
done
