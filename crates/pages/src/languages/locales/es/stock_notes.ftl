# Quién mueve las existencias de una factura: ella misma, o sus albaranes o recepciones.
stock-sale-notes = Las existencias de esta factura se mueven con sus albaranes, no con la factura.
stock-sale-waits = Las existencias de esta factura esperan un albarán que la nombre. Si la mercancía salió con la factura, marque «{ field-ActsAsDeliveryNote }».
stock-purchase-notes = Las existencias de esta factura se mueven con sus recepciones de mercancías, no con la factura.
stock-purchase-waits = Las existencias de esta factura esperan una recepción de mercancías que la nombre. Si la mercancía llegó con la factura, marque «{ field-ActsAsGoodsReceipt }».
stock-delivery-paper = { $invoice } mueve sus propias existencias, así que un albarán para ella no mueve ninguna. Para que las muevan sus albaranes, desmarque «{ field-ActsAsDeliveryNote }» en la factura.
stock-receipt-paper = { $invoice } mueve sus propias existencias, así que una recepción de mercancías para ella no mueve ninguna. Para que las muevan sus recepciones, desmarque «{ field-ActsAsGoodsReceipt }» en la factura.
stock-delivery-takes-over = Hasta ahora { $invoice } mueve sus propias existencias. Cuando se guarde este albarán, las existencias se moverán con los albaranes de la factura: lo que digan, en su fecha.
stock-receipt-takes-over = Hasta ahora { $invoice } mueve sus propias existencias. Cuando se guarde esta recepción, las existencias se moverán con las recepciones de la factura: lo que digan, en su fecha.
error-units-locked = Esto cambiaría si { $document } mueve sus existencias. Su fecha no es posterior al { $date }, y esos días están bloqueados. Déjelo como está o mueva primero la fecha de bloqueo en Configuración.
