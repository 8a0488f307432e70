package io.ess4j.access;

import io.ess4j.model.Tag;
import io.ess4j.model.text.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to do.
 *
 * @param action the operation, such as {@code ess:CreateScalingGroup}
 * @param region where
 * @param account whose resources
 * @param groupId the scaling group that the call names, if any
 * @param requestTags the tags that the call carries
 * @param groupTags the tags on the named group; empty without a group
 * @param context what else is known, such as {@code acs:SourceIp}, as key and value
 */
public record AccessRequest(
        String action,
        String region,
        String account,
        Optional<String> groupId,
        List<Tag> requestTags,
        List<Tag> groupTags,
        List<Tag> context) {
    public AccessRequest {
        Names.check("action", action);
        segment("region", region);
        segment("account", account);
        groupId.ifPresent(g -> Names.check("group id", g));
        requestTags = List.copyOf(requestTags);
        groupTags = List.copyOf(groupTags);
        context = List.copyOf(context);
        if (groupId.isEmpty() && !groupTags.isEmpty()) {
            throw new IllegalArgumentException("groupTags (" + groupTags + ") must be empty without a group id");
        }
    }

    /**
     * A call without group and tags.
     *
     * @param action the operation
     * @param region where
     * @param account whose resources
     * @return the request
     * @throws IllegalArgumentException if one of them is no identifier
     */
    public static AccessRequest of(String action, String region, String account) {
        return new AccessRequest(action, region, account, Optional.empty(), List.of(), List.of(), List.of());
    }

    /**
     * This call with the group that it names.
     *
     * @param id the group's id
     * @param tags the group's tags
     * @return a changed copy
     * @throws IllegalArgumentException if the id is no identifier
     */
    public AccessRequest onGroup(String id, List<Tag> tags) {
        return new AccessRequest(action, region, account, Optional.of(id), requestTags, tags, context);
    }

    /**
     * This call with tags that it carries, as values or as a filter.
     *
     * @param tags the tags
     * @return a changed copy
     */
    public AccessRequest withTags(Tag... tags) {
        return new AccessRequest(action, region, account, groupId, List.of(tags), groupTags, context);
    }

    /**
     * This call with something else that is known.
     *
     * @param key such as {@code acs:SourceIp}
     * @param value its value
     * @return a changed copy
     * @throws IllegalArgumentException if the key is no identifier
     */
    public AccessRequest with(String key, String value) {
        List<Tag> more = new ArrayList<>(context);
        more.add(new Tag(key, value));
        return new AccessRequest(action, region, account, groupId, requestTags, groupTags, more);
    }

    /**
     * The name of what the call acts on. A call that names no group acts on all groups of its region; one that cannot
     * be judged by resource acts on {@code *}.
     *
     * @return such as {@code acs:ess:cn-hangzhou:1609:scalinggroup/asg-1}
     */
    public String resource() {
        if (isUnbound()) {
            return "*";
        }
        return "acs:ess:" + region + ":" + account + ":scalinggroup/" + groupId.orElse("*");
    }

    /**
     * Whether the call can be judged neither by tag nor by resource, because it names no group and never can, or need
     * not (guide map G1.9-10). Only a statement on {@code *} without conditions allows it.
     *
     * @return true for DescribeRegions, and for calls on scheduled tasks and alarms that name no group
     */
    public boolean isUnbound() {
        return EssOperations.isUnbound(action) || (groupId.isEmpty() && EssOperations.mayBeUnbound(action));
    }

    /** The value of a condition's key; empty if the call does not have it. */
    Optional<String> value(String key) {
        if (key.startsWith(Condition.REQUEST_TAG)) {
            return isUnbound() ? Optional.empty() : find(requestTags, key.substring(Condition.REQUEST_TAG.length()));
        } else if (key.startsWith(Condition.RESOURCE_TAG)) {
            return find(groupTags, key.substring(Condition.RESOURCE_TAG.length()));
        }
        return find(context, key);
    }

    /** A colon would move the rest of a name into the next segment of the resource. */
    private static void segment(String what, String value) {
        if (Names.check(what, value).indexOf(':') >= 0) {
            throw new IllegalArgumentException(what + " (" + value + ") must not hold a colon");
        }
    }

    private static Optional<String> find(List<Tag> tags, String key) {
        return tags.stream().filter(t -> t.key().equals(key)).map(Tag::value).findFirst();
    }
}
