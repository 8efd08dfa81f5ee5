package io.heliograph.contract;

/**
 * The statements of a contract application, each run by {@code GET /contract/db/{operation}}, the
 * operation being the constant's name in lower case with hyphens.
 *
 * <p>At its start the application makes the empty table {@code contract_items(id INT, name
 * VARCHAR(100))}. Every answer is 200 and {@code done} unless the constant says otherwise.
 */
public enum ContractSql {
  /** By a plain Statement. */
  SELECT("SELECT name FROM contract_items WHERE id = 42 AND name <> 'top secret'"),
  /** By a plain Statement. */
  INSERT("INSERT INTO contract_items (id, name) VALUES (1, 'top secret')"),
  /** By a plain Statement; the answer is the SQLState of the failure. */
  ERROR("SELECT name FROM contract_missing WHERE id = 42"),
  /** By a PreparedStatement with the parameter 42; its literal stays. */
  PREPARED("SELECT name FROM contract_items WHERE id = ? AND name <> 'left alone'"),
  /** By a PreparedStatement, as one batch of the rows (1, a), (2, b) and (3, c). */
  BATCH("INSERT INTO contract_items (id, name) VALUES (?, ?)"),
  /** This with the parameter 42, twice in one transaction. */
  TRANSACTION("DELETE FROM contract_items WHERE id = ?"),
  /** By a CallableStatement, the parameters being an INTEGER out and -7. */
  CALLABLE("{? = call abs(?)}"),
  /** By a PreparedStatement in a method with {@code @Traced("contract.query")}. */
  IN_METHOD("SELECT name FROM contract_items WHERE id = 42");

  /** The expected route, with the variable {@code operation}. */
  public static final String ROUTE = "/contract/db/{operation}";

  private final String text;

  ContractSql(String text) {
    this.text = text;
  }

  /** The statement. */
  public String text() {
    return text;
  }

  /** The value of the path variable. */
  public String operation() {
    return Names.hyphenated(this);
  }

  String path() {
    return ROUTE.replace("{operation}", operation());
  }
}
