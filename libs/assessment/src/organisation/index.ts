export { organisationAssessmentCatalogue, organisationCatalogueSchema } from './catalogue/organisation-catalogue';
export { OrganisationCatalogueController } from './catalogue/organisation-catalogue.controller';
export { organisationCommands } from './organisation.commands';
export { organisationDescriptions } from './organisation.descriptions';
export { organisationEvents } from './organisation.events';
export { OrganisationCommandsController } from './organisation-commands.controller';
export { OrganisationController } from './organisation.controller';
export { organisationRegister } from './register/organisation-register.projection';
export { OrganisationRegister } from './register/organisation-register.queries';
