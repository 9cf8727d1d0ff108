# What is damaged in a sealed file, named block by block and record by record.
damage-block = Block { $number } is damaged: bytes { $from } to { $to } of the file.
damage-rows = { $rows-is ->
    [one] One row of the table { $table } lies in damaged blocks.
   *[other] { $rows } rows of the table { $table } lie in damaged blocks.
}
damage-record = Damaged record: { $record }
damage-attachment = Damaged attachment: { $record }
damage-more = There may be more in the damaged blocks: what would tell is damaged too.
