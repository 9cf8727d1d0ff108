# Who moves the stock of an invoice: itself, or its delivery notes or goods receipts.
stock-sale-notes = The stock of this invoice moves with its delivery notes, not with the invoice.
stock-sale-waits = The stock of this invoice waits for a delivery note that names it. If the goods left with the invoice, tick “{ field-ActsAsDeliveryNote }”.
stock-purchase-notes = The stock of this invoice moves with its goods receipts, not with the invoice.
stock-purchase-waits = The stock of this invoice waits for a goods receipt that names it. If the goods came with the invoice, tick “{ field-ActsAsGoodsReceipt }”.
stock-delivery-paper = { $invoice } moves its own stock, so a delivery note for it moves none. To let its delivery notes move the stock, untick “{ field-ActsAsDeliveryNote }” on the invoice.
stock-receipt-paper = { $invoice } moves its own stock, so a goods receipt for it moves none. To let its goods receipts move the stock, untick “{ field-ActsAsGoodsReceipt }” on the invoice.
stock-delivery-takes-over = So far { $invoice } moves its own stock. Once this delivery note is saved, the stock moves with the delivery notes of the invoice: what they say, on their day.
stock-receipt-takes-over = So far { $invoice } moves its own stock. Once this goods receipt is saved, the stock moves with the goods receipts of the invoice: what they say, on their day.
error-units-locked = This would change whether { $document } moves its stock. It is dated on or before { $date }, and those days are locked. Leave it as it is, or move the lock date in Settings first.
