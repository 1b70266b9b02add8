package vn.canhbao.console.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.canhbao.core.campaign.Campaign;
import vn.canhbao.core.campaign.Campaigns;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.recipient.Area;
import vn.canhbao.core.recipient.Areas;
import vn.canhbao.core.recipient.RecipientKind;
import vn.canhbao.core.recipient.RecipientList;
import vn.canhbao.core.recipient.RecipientLists;
import vn.canhbao.core.recipient.RecipientTraits;
import vn.canhbao.core.recipient.UnitDesk;
import vn.canhbao.core.recipient.UnitNode;

/** What can be chosen in the form for an audience. */
@Component
public class AudienceChoices {

    private static final int SHOWN = 200;

    private final RecipientLists lists;
    private final UnitDesk units;
    private final Areas areas;
    private final Operators operators;
    private final RecipientTraits traits;
    private final Campaigns campaigns;

    AudienceChoices(
            RecipientLists lists,
            UnitDesk units,
            Areas areas,
            Operators operators,
            RecipientTraits traits,
            Campaigns campaigns) {
        this.lists = lists;
        this.units = units;
        this.areas = areas;
        this.operators = operators;
        this.traits = traits;
        this.campaigns = campaigns;
    }

    public List<RecipientList> lists() {
        return lists.page(null, SHOWN);
    }

    public List<UnitNode> units() {
        return units.tree();
    }

    public List<Area> areas() {
        return areas.all();
    }

    public RecipientKind[] kinds() {
        return RecipientKind.values();
    }

    public Map<String, String> operators() {
        return operators.displayNames();
    }

    public List<String> tags() {
        return traits.allTags();
    }

    /** The latest ones. */
    public List<Campaign> campaigns() {
        return campaigns.page(null, SHOWN);
    }
}
