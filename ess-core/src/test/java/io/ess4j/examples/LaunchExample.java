package io.ess4j.examples;

// example begins
import io.ess4j.launch.*;
import io.ess4j.model.Tag;
import java.util.List;

public interface LaunchExample {
    static void main(String[] args) {
        var configuration = LaunchConfiguration.builder(Image.linux("ubuntu_16_04_64.vhd"))
                .types("ecs.g6.large", "ecs.g5.large")
                .systemDisk(Disk.of(40, "cloud_auto", "cloud_ssd"))
                .keyPair("my-key")
                .tag("team", "game1")
                .userData(UserData.of("#!/bin/sh\nexport DB_PASSWORD=hunter22\n"))
                .build();
        var group = LaunchContext.vpc()
                .withTags(new GroupTag(new Tag("team", "group"), true), new GroupTag(new Tag("cost", "1"), false));

        var decision = LaunchComposer.compose(configuration, group, List.of("cloud_essd", "cloud_ssd"));
        var instance = decision.specification().orElseThrow();
        System.out.println(
                instance.tags() + ", " + instance.systemDiskCategory().orElseThrow() + ", " + instance.login());
        System.out.println(instance.userData().orElseThrow());
        System.out.println(decision.explain());
    }
}
// example ends
