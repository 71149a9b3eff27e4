package dev.crystallize.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** Classes as any module has them, which have nothing to do with experiments. */
final class OrdinaryClasses extends Sources {

  private final int count;

  OrdinaryClasses(Path folder, int count) {
    super(folder);
    this.count = count;
  }

  @Override
  void write() throws IOException {
    for (int i = 0; i < count; i++) {
      java("Orders" + i, javaOf(i, (i + 1) % count));
    }
  }

  private static String javaOf(int number, int other) {
    return """
        import java.util.ArrayList;
        import java.util.Comparator;
        import java.util.HashMap;
        import java.util.List;
        import java.util.Map;
        import java.util.Optional;
        import java.util.function.Function;
        import java.util.stream.Collectors;

        /** Orders of customers. */
        public final class Orders%1$d {

          /** One order. */
          public record Order(String customer, int amount, double price) {
            double value() {
              return amount * price;
            }
          }

          private final Map<String, List<Order>> byCustomer = new HashMap<>();
          private final Optional<Orders%2$d> archive;

          public Orders%1$d(Optional<Orders%2$d> archive) {
            this.archive = archive;
          }

          public void add(Order order) {
            if (order.amount() < 1) {
              throw new IllegalArgumentException("amount " + order.amount());
            }
            byCustomer.computeIfAbsent(order.customer(), name -> new ArrayList<>()).add(order);
          }

          public List<Order> largest(int count) {
            return byCustomer.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(Order::value).reversed())
                .limit(count)
                .toList();
          }

          public Map<String, Double> totals() {
            return byCustomer.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().mapToDouble(Order::value).sum()));
          }

          public <K> Map<K, List<Order>> grouped(Function<Order, K> key) {
            Map<K, List<Order>> groups = new HashMap<>();
            for (List<Order> orders : byCustomer.values()) {
              for (Order order : orders) {
                groups.computeIfAbsent(key.apply(order), each -> new ArrayList<>()).add(order);
              }
            }
            return groups;
          }

          public String describe(String customer) {
            List<Order> orders = byCustomer.getOrDefault(customer, List.of());
            StringBuilder text = new StringBuilder(customer);
            for (int i = 0; i < orders.size(); i++) {
              text.append(i == 0 ? ": " : ", ").append(orders.get(i).amount());
            }
            return switch (orders.size()) {
              case 0 -> customer + " has no orders";
              case 1 -> text + " (one order)";
              default -> text + " (" + orders.size() + " orders)";
            };
          }

          public double totalWithArchive() {
            double own = totals().values().stream().mapToDouble(Double::doubleValue).sum();
            return own + archive.map(Orders%2$d::totalWithArchive).orElse(0.0);
          }
        }
        """
        .formatted(number, other);
  }
}
