suspense-reason-disposal-date-missing = The asset is marked as disposed of, but the date of disposal is missing ({ $record })
suspense-reason-employee-missing = No employee was chosen
suspense-reason-invoice-missing = No invoice was chosen
suspense-reason-invoice-unknown = The invoice is not found ({ $record })
suspense-reason-item-missing = No item was chosen
suspense-reason-status-unknown = The status of the billable time cannot be read; it counts as uninvoiced
suspense-reason-tax-unreadable = The tax cannot be read; the record is posted without it
suspense-reason-units-unknown = How many units of the investment there are is not recorded ({ $record })
