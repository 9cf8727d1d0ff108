# Qui fait bouger le stock d’une facture : elle-même, ou ses bons de livraison ou de réception.
stock-sale-notes = Le stock de cette facture bouge avec ses bons de livraison, pas avec la facture.
stock-sale-waits = Le stock de cette facture attend un bon de livraison qui la désigne. Si les marchandises sont parties avec la facture, cochez « { field-ActsAsDeliveryNote } ».
stock-purchase-notes = Le stock de cette facture bouge avec ses bons de réception, pas avec la facture.
stock-purchase-waits = Le stock de cette facture attend un bon de réception qui la désigne. Si les marchandises sont arrivées avec la facture, cochez « { field-ActsAsGoodsReceipt } ».
stock-delivery-paper = { $invoice } fait bouger elle-même son stock : un bon de livraison pour elle n’en fait bouger aucun. Pour que ses bons de livraison le fassent, décochez « { field-ActsAsDeliveryNote } » sur la facture.
stock-receipt-paper = { $invoice } fait bouger elle-même son stock : un bon de réception pour elle n’en fait bouger aucun. Pour que ses bons de réception le fassent, décochez « { field-ActsAsGoodsReceipt } » sur la facture.
stock-delivery-takes-over = Jusqu’ici, { $invoice } fait bouger elle-même son stock. Une fois ce bon de livraison enregistré, le stock bouge avec les bons de livraison de la facture : ce qu’ils indiquent, à leur date.
stock-receipt-takes-over = Jusqu’ici, { $invoice } fait bouger elle-même son stock. Une fois ce bon de réception enregistré, le stock bouge avec les bons de réception de la facture : ce qu’ils indiquent, à leur date.
error-units-locked = Cela changerait le fait que { $document } fasse bouger son stock. Ce document est daté au plus tard du { $date }, et ces jours sont verrouillés. Laissez-le tel quel, ou déplacez d’abord la date de verrouillage dans les paramètres.
