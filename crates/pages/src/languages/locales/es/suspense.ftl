suspense-reason-disposal-date-missing = El activo figura como dado de baja, pero falta la fecha de baja ({ $record })
suspense-reason-employee-missing = No se eligió ningún empleado
suspense-reason-invoice-missing = No se eligió ninguna factura
suspense-reason-invoice-unknown = No se encuentra la factura ({ $record })
suspense-reason-item-missing = No se eligió ningún artículo
suspense-reason-status-unknown = No se puede leer el estado del tiempo facturable; cuenta como no facturado
suspense-reason-tax-unreadable = No se puede leer el impuesto; el registro se contabiliza sin él
suspense-reason-units-unknown = No está registrado cuántas unidades hay de la inversión ({ $record })
