package io.heliograph.spring.app;

import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.util.ClassUtils;

/**
 * Netty for WebFlux though Tomcat is there too; the factory's name differs between Boot 3 and 4.
 *
 * <p>With event loops of its own: the global ones end with the first application that is closed.
 */
class NettyServer implements ImportBeanDefinitionRegistrar {

  private static final String BOOT_3 =
      "org.springframework.boot.web.embedded.netty.NettyReactiveWebServerFactory";
  private static final String BOOT_4 =
      "org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory";

  @Override
  public void registerBeanDefinitions(
      AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
    String factory = ClassUtils.isPresent(BOOT_4, null) ? BOOT_4 : BOOT_3;
    RootBeanDefinition definition = new RootBeanDefinition();
    definition.setBeanClassName(factory);
    definition
        .getPropertyValues()
        .add("resourceFactory", new RuntimeBeanReference("reactorResourceFactory"));
    RootBeanDefinition resources = new RootBeanDefinition(ReactorResourceFactory.class);
    resources.getPropertyValues().add("useGlobalResources", false);
    registry.registerBeanDefinition("reactorResourceFactory", resources);
    registry.registerBeanDefinition("nettyReactiveWebServerFactory", definition);
  }
}
