suspense-reason-disposal-date-missing = L’immobilisation est marquée comme cédée, mais la date de cession manque ({ $record })
suspense-reason-employee-missing = Aucun salarié n’a été choisi
suspense-reason-invoice-missing = Aucune facture n’a été choisie
suspense-reason-invoice-unknown = La facture est introuvable ({ $record })
suspense-reason-item-missing = Aucun article n’a été choisi
suspense-reason-status-unknown = L’état du temps facturable est illisible ; il compte comme non facturé
suspense-reason-tax-unreadable = La taxe est illisible ; l’enregistrement est comptabilisé sans elle
suspense-reason-units-unknown = Le nombre d’unités du placement n’est pas enregistré ({ $record })
