# Ce qui est endommagé dans un fichier scellé, bloc par bloc et enregistrement par enregistrement.
damage-block = Le bloc { $number } est endommagé : octets { $from } à { $to } du fichier.
damage-rows = { $rows-is ->
    [one] { $rows } ligne de la table { $table } se trouve dans des blocs endommagés.
    [many] { $rows } de lignes de la table { $table } se trouvent dans des blocs endommagés.
   *[other] { $rows } lignes de la table { $table } se trouvent dans des blocs endommagés.
}
damage-record = Enregistrement endommagé : { $record }
damage-attachment = Pièce jointe endommagée : { $record }
damage-more = Il se peut que les blocs endommagés contiennent autre chose : ce qui le dirait est endommagé aussi.
