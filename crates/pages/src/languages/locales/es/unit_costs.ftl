# Costes unitarios: lo fijado para los artículos de inventario y lo que resulta de sus compras.

unit-costs-title = Recalcular los costes unitarios
unit-costs-about = Qué costes unitarios fijados no coinciden con las compras del artículo.
unit-costs-explained = Las unidades vendidas cuestan lo que está fijado para su artículo. Esta página calcula a partir de todas las compras lo que cuestan realmente, día a día, y lo fija. También aparecen los artículos que se valoran por sí mismos a coste medio: en cuanto se fija un coste para ellos, vale ese.
unit-costs-differences = Costes unitarios que difieren
unit-costs-none = Todos los costes unitarios fijados coinciden con las compras.
unit-costs-set = Coste unitario fijado
unit-costs-worked-out = Coste calculado
unit-costs-locked = bloqueado
unit-costs-recalculate = Fijar todos los costes unitarios calculados
unit-costs-more = { $count-is ->
    [one] { $count } más no se muestra.
    [many] { $count } más no se muestran.
   *[other] { $count } más no se muestran.
}
unit-costs-written = { $count-is ->
    [one] Se ha fijado { $count } coste unitario.
    [many] Se han fijado { $count } costes unitarios.
   *[other] Se han fijado { $count } costes unitarios.
}
unit-costs-negative = Existencias por debajo de cero
unit-costs-negative-explained = En esos días habían salido más unidades de las que habían entrado. Busque primero una compra que falte o una cantidad equivocada: los costes calculados dependen de ellas.
unit-costs-document = Documento
