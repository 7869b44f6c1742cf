package io.shopoms.sandbox.odoo;

import io.shopoms.sandbox.odoo.account.AccountModels;
import io.shopoms.sandbox.odoo.account.Accounts;
import io.shopoms.sandbox.odoo.company.CompanyModels;
import io.shopoms.sandbox.odoo.company.FreshDatabase;
import io.shopoms.sandbox.odoo.orm.Attachments;
import io.shopoms.sandbox.odoo.orm.Context;
import io.shopoms.sandbox.odoo.orm.Database;
import io.shopoms.sandbox.odoo.orm.ExternalIds;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.User;
import io.shopoms.sandbox.odoo.partner.PartnerModel;
import io.shopoms.sandbox.odoo.product.ProductModels;
import io.shopoms.sandbox.odoo.sale.InvoiceWizard;
import io.shopoms.sandbox.odoo.sale.LineModel;
import io.shopoms.sandbox.odoo.sale.Messages;
import io.shopoms.sandbox.odoo.sale.OrderModel;
import io.shopoms.sandbox.odoo.stock.StockModels;
import io.shopoms.sandbox.odoo.tax.TaxModel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** All models together, and a database that has them. */
final class OdooModels {

    static final long INTEGRATION_USER = 2;

    static final User INTEGRATION = new User(INTEGRATION_USER, "shopoms", false);

    static final User ADMINISTRATOR = new User(1, "admin", true);

    private OdooModels() {}

    static Database freshDatabase(Clock clock, String login, String rounding, int version) {
        List<Model> models = new ArrayList<>(CompanyModels.all(version));
        models.addAll(TaxModel.all());
        models.add(PartnerModel.model());
        models.addAll(ProductModels.all());
        models.addAll(StockModels.all());
        models.add(OrderModel.model());
        models.add(LineModel.model(version));
        models.add(InvoiceWizard.model());
        models.addAll(AccountModels.all());
        models.add(Messages.model());
        models.add(ExternalIds.model());
        models.add(Attachments.model());
        Database database = new Database(clock, true, models);
        database.transaction(database.snapshot(), ADMINISTRATOR, Context.EMPTY, env -> {
            FreshDatabase.fill(env, login, rounding);
            Accounts.fill(env);
            return null;
        });
        return database;
    }
}
